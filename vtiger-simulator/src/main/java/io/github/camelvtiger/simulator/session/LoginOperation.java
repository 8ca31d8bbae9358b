package io.github.camelvtiger.simulator.session;

import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.session.ChallengeRegistry.Challenge;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.HtmlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code login}: {@code accessKey} is the md5 of token and key; opens a session ({@code webservice.md §3}). */
public final class LoginOperation implements Operation {

    private final CrmStore store;
    private final ChallengeRegistry challenges;
    private final SessionRegistry sessions;
    private final HtmlText html = new HtmlText();

    public LoginOperation(CrmStore store, ChallengeRegistry challenges, SessionRegistry sessions) {
        this.store = store;
        this.challenges = challenges;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "login";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public boolean preLogin() {
        return true;
    }

    @Override
    public Object execute(Call call) {
        CrmUser user = store.user(call.parameter("username"))
                .orElseThrow(() -> invalidToken("there is no user " + call.parameter("username")));
        Challenge challenge = challenges
                .active(user)
                .orElseThrow(() -> invalidToken("the user has no challenge that is younger than five minutes"));
        if (user.accessKey().isEmpty()) {
            throw new WebserviceException("ACCESSKEY_UNDEFINED", "Access key for the user is undefined");
        }
        if (!AccessKeyProof.of(challenge.token(), user.accessKey()).equals(call.parameter("accessKey"))) {
            throw new WebserviceException("INVALID_USER_CREDENTIALS", "Invalid username or password")
                    .because(wrongKey(call, user));
        }
        if (user.inactive()) {
            throw new WebserviceException("INVALID_USER_CREDENTIALS", "Invalid username or password")
                    .because("the user is inactive");
        }
        return answer(user, sessions.open(() -> store.user(user.number()).orElse(user)));
    }

    private static Explanation wrongKey(Call call, CrmUser user) {
        String hashed = "accessKey = md5(token + access key), in hexadecimal digits";
        return call.parameter("accessKey").equals(user.accessKey())
                ? new Explanation("the access key itself was sent", hashed)
                : new Explanation(
                        "another access key, or the token of a challenge that a later getchallenge has replaced",
                        hashed);
    }

    /** The names come from a file, encoded as they were read when it was written. */
    private Map<String, Object> answer(CrmUser user, Session session) {
        Optional<StoredRow> preferences =
                Optional.ofNullable(store.table("Users").rows().get(user.number()));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("username", html.encode(user.userName()));
        result.put("first_name", html.encode(user.firstName()));
        result.put("last_name", html.encode(user.lastName()));
        result.put("email", html.encode(user.email()));
        result.put("time_zone", user.timeZone());
        result.put("hour_format", preference(preferences, "hour_format"));
        result.put("date_format", preference(preferences, "date_format"));
        result.put("is_admin", preferences.isEmpty() && user.admin() ? "on" : preference(preferences, "is_admin"));
        result.put("call_duration", preference(preferences, "callduration"));
        result.put("other_event_duration", preference(preferences, "othereventduration"));
        result.put("sessionName", session.name());
        result.put("userId", user.id());
        result.put("version", ServerVersion.API);
        result.put("vtigerVersion", store.metadata().release().toString());
        return result;
    }

    private static String preference(Optional<StoredRow> preferences, String field) {
        return preferences.map(row -> row.value(field)).orElse("");
    }

    private static WebserviceException invalidToken(String cause) {
        return new WebserviceException("INVALID_AUTH_TOKEN", "Specified token is invalid or expired").because(cause);
    }
}
