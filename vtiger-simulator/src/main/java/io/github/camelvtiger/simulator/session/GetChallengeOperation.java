package io.github.camelvtiger.simulator.session;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.session.ChallengeRegistry.Challenge;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code getchallenge}: the token to log in with ({@code webservice.md §3}). */
public final class GetChallengeOperation implements Operation {

    private final CrmStore store;
    private final ChallengeRegistry challenges;

    public GetChallengeOperation(CrmStore store, ChallengeRegistry challenges) {
        this.store = store;
        this.challenges = challenges;
    }

    @Override
    public String name() {
        return "getchallenge";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public boolean preLogin() {
        return true;
    }

    @Override
    public Object execute(Call call) {
        String userName = call.parameter("username");
        if (userName.isEmpty()) {
            throw WebserviceException.accessDenied("No username given");
        }
        CrmUser user =
                store.user(userName).orElseThrow(() -> WebserviceException.accessDenied("username does not exists"));
        Challenge challenge = challenges.issue(user);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("token", challenge.token());
        result.put("serverTime", challenge.issued().getEpochSecond());
        result.put("expireTime", challenge.expires().getEpochSecond());
        return result;
    }
}
