package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.AsyncCache;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.values.OwnUserFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The user whose credentials a connection has, and what the server reports with that login. */
public final class ConnectionUser {

    private static final String ADDRESS = "email1";
    private static final String CURRENCY_DECIMALS = "no_of_currency_decimals";

    /** What the login reports under another name than that of the field ({@code webservice.md §3}). */
    private static final Map<String, String> FIELDS = Map.of(
            "userId",
            "id",
            "username",
            "user_name",
            "email",
            "email1",
            "call_duration",
            "callduration",
            "other_event_duration",
            "othereventduration");

    private final Protocol protocol;
    private final AsyncCache<String, Integer> preferences = new AsyncCache<>(this::preference);
    /** The user's e-mail address, by the module whose records it is needed for. */
    private final AsyncCache<String, String> addresses = new AsyncCache<>(this::address);

    ConnectionUser(Protocol protocol) {
        this.protocol = protocol;
    }

    /** The user's record: retrieved, or what the login reported of it if users may not read themselves. */
    public CompletableFuture<Map<String, Object>> me() {
        return protocol.ownUser().thenCompose(call -> protocol.call(call)
                .thenApply(answer -> Results.record(call, answer))
                .exceptionallyCompose(failure -> Denials.known(failure) instanceof AccessDeniedException
                        ? protocol.loginUser().thenApply(ConnectionUser::asUser)
                        : CompletableFuture.failedFuture(failure)));
    }

    private static Map<String, Object> asUser(Map<String, Object> login) {
        Map<String, Object> user = new LinkedHashMap<>();
        login.forEach((name, value) -> user.put(FIELDS.getOrDefault(name, name), value));
        return user;
    }

    /** The CRM's release as the login gives it, such as {@code 8.2.0}; derivatives count in their own way ({@code releases.md §4}). */
    public CompletableFuture<String> release() {
        return protocol.loginUser().thenApply(user -> Results.text(user.get("vtigerVersion")));
    }

    /** Whether the CRM is spoken to by the REST API that only Vtiger Cloud has. */
    public CompletableFuture<Boolean> isOfVtigerCloud() {
        return protocol.isRest();
    }

    /** Whether the user may read everything, as the login reports. */
    public CompletableFuture<Boolean> isAdministrator() {
        return protocol.loginUser().thenApply(ConnectionUser::isAdministrator);
    }

    static boolean isAdministrator(Map<String, Object> user) {
        return "on".equals(user.get("is_admin")) || Results.flag(user.get("is_admin"));
    }

    /** To how many decimals the CRM rounds what the user writes into currencies; {@link Integer#MAX_VALUE} if that is not known. */
    public CompletableFuture<Integer> currencyDecimals() {
        return preferences.get(CURRENCY_DECIMALS);
    }

    private CompletableFuture<Integer> preference(String name) {
        return me().thenApply(user -> {
            String number = Results.text(user.get(name));
            return number != null && number.matches("\\d") ? Integer.parseInt(number) : Integer.MAX_VALUE;
        });
    }

    /**
     * The new record with all that is the user's unless it is sent ({@link OwnUserFields}).
     *
     * @return fails with an {@link InvalidRecordException} if it is an e-mail without a sender and the user has no address
     */
    public CompletableFuture<Map<String, Object>> completed(String module, Map<String, ?> record) {
        Map<String, Object> element = new LinkedHashMap<>(record);
        CompletableFuture<Map<String, Object>> owned = OwnUserFields.lacks(element, OwnUserFields.OWNER)
                ? protocol.loginUser().thenApply(user -> with(element, OwnUserFields.OWNER, user.get("userId")))
                : CompletableFuture.completedFuture(element);
        return OwnUserFields.hasSender(module) && OwnUserFields.lacks(element, OwnUserFields.SENDER)
                ? owned.thenCompose(
                        it -> addresses.get(module).thenApply(address -> with(it, OwnUserFields.SENDER, address)))
                : owned;
    }

    private static Map<String, Object> with(Map<String, Object> element, String name, Object value) {
        element.put(name, value);
        return element;
    }

    /** The login reports the address since Vtiger 7.3, and Vtiger Cloud with the user's record ({@code releases.md §3}). */
    private CompletableFuture<String> address(String module) {
        return protocol.loginUser()
                .thenApply(ConnectionUser::asUser)
                .thenCompose(user -> hasAddress(user)
                        ? CompletableFuture.completedFuture(Results.text(user.get(ADDRESS)))
                        : me().thenApply(record -> {
                            if (!hasAddress(record)) {
                                throw new InvalidRecordException(
                                        "The field " + OwnUserFields.SENDER + " of " + module
                                                + " was not sent, and the connection's user has no e-mail address that could"
                                                + " take its place; nothing was sent. Give the record one, or the user.",
                                        FailureContext.of("create", module, null));
                            }
                            return Results.text(record.get(ADDRESS));
                        }));
    }

    private static boolean hasAddress(Map<String, Object> user) {
        return !OwnUserFields.lacks(user, ADDRESS);
    }
}
