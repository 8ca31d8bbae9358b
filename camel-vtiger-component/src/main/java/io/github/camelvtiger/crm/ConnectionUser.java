package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.AsyncCache;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.protocol.Protocol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The user whose credentials a connection has, and what the server reports with that login. */
public final class ConnectionUser {

    private static final String CURRENCY_DECIMALS = "no_of_currency_decimals";

    private final Protocol protocol;
    private final AsyncCache<String, Integer> preferences = new AsyncCache<>(this::preference);

    ConnectionUser(Protocol protocol) {
        this.protocol = protocol;
    }

    /** The user's record: retrieved, or what the login reported if a user may not read himself. */
    public CompletableFuture<Map<String, Object>> me() {
        return protocol.ownUser().thenCompose(call -> protocol.call(call)
                .thenApply(answer -> Results.record(call, answer))
                .exceptionallyCompose(failure -> Denials.known(failure) instanceof AccessDeniedException
                        ? protocol.loginUser().thenApply(ConnectionUser::asUser)
                        : CompletableFuture.failedFuture(failure)));
    }

    private static Map<String, Object> asUser(Map<String, Object> login) {
        Map<String, Object> user = new LinkedHashMap<>(login);
        user.put("id", user.remove("userId"));
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

    /** The record with an owner: its own, or the user. */
    public CompletableFuture<Map<String, Object>> owning(Map<String, ?> record) {
        Map<String, Object> element = new LinkedHashMap<>(record);
        Object owner = element.get("assigned_user_id");
        if (owner != null && !owner.toString().isEmpty()) {
            return CompletableFuture.completedFuture(element);
        }
        return protocol.loginUser().thenApply(user -> {
            element.put("assigned_user_id", user.get("userId"));
            return element;
        });
    }
}
