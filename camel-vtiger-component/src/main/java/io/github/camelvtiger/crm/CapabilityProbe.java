package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.http.HttpMethod;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.ServerAnswer;
import io.github.camelvtiger.protocol.ServerCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Finds out by harmless calls whether a server can do something: an operation that runs answers them, be it with a
 * refusal; one that cannot run answers nothing ({@code webservice.md §2}). None of them can write, because each lacks what
 * there would be to write.
 */
final class CapabilityProbe {

    /** Of an operation that a server does not have, where it says so. */
    private static final Set<String> NOT_THERE = Set.of("UNKNOWN_OPERATION", "OPERATION_NOT_SUPPORTED");

    /** Later than any change, so that there is nothing to report. */
    private static final String FAR_FUTURE = "2000000000";

    private static final String NO_RECORD = "0x0";

    private final Protocol protocol;
    private final Descriptions metadata;

    CapabilityProbe(Protocol protocol, Descriptions metadata) {
        this.protocol = protocol;
        this.metadata = metadata;
    }

    CompletableFuture<CapabilityFinding> of(Capability capability) {
        String name = capability.key();
        return switch (capability) {
            case SYNC ->
                tried(
                        capability,
                        List.of("modifiedTime", "mtime"),
                        parameter -> get(
                                name, Map.of(parameter, FAR_FUTURE, "elementType", "Contacts", "syncType", "user")));
            case CONVERT_LEAD ->
                tried(
                        capability,
                        List.of("element", "entityvalues"),
                        parameter -> post(name, Map.of(parameter, Map.of("leadId", NO_RECORD))));
            case FILES_RETRIEVE ->
                tried(capability, List.of("id", "file_id"), parameter -> get(name, Map.of(parameter, NO_RECORD)));
            case RETRIEVE_INVENTORY -> tried(capability, get(name, Map.of("id", NO_RECORD)));
            case RELATED_TYPES -> tried(capability, get(name, Map.of("elementType", "Contacts")));
            case RETRIEVE_RELATED, QUERY_RELATED -> tried(capability, get(name, Map.of()));
            case ADD_RELATED, DELETE_RELATED -> tried(capability, post(name, Map.of()));
            case LOOKUP ->
                tried(
                        capability,
                        get(
                                name,
                                Map.of(
                                        "type",
                                        "email",
                                        "value",
                                        "nobody@example.invalid",
                                        "searchIn",
                                        Map.of("Contacts", List.of("email")))));
            case LOGOUT -> protocol.isRest().thenCompose(rest -> rest ? withoutSessions() : logout());
            case COUNT -> count();
            case ORDERS, OWNERS ->
                CompletableFuture.completedFuture(
                        CapabilityFinding.unknown(capability, "only an attempt to write shows it"));
        };
    }

    private static CompletableFuture<CapabilityFinding> withoutSessions() {
        return CompletableFuture.completedFuture(CapabilityFinding.unavailable(
                Capability.LOGOUT,
                "each request brings its credentials, so there are no sessions that could be ended",
                "nothing needs to be done"));
    }

    private CompletableFuture<CapabilityFinding> logout() {
        return found(
                Capability.LOGOUT,
                "",
                protocol.callInOwnSession(post(Capability.LOGOUT.key(), Map.of())),
                () -> confirmed(Capability.LOGOUT));
    }

    /** Not repeated, and answered by whatever the server says of it. */
    private static ServerCall get(String operation, Map<String, ?> parameters) {
        return new ServerCall(operation, HttpMethod.GET, false, Map.copyOf(parameters), null, null);
    }

    private static ServerCall post(String operation, Map<String, ?> parameters) {
        return new ServerCall(operation, HttpMethod.POST, false, Map.copyOf(parameters), null, null);
    }

    private CompletableFuture<CapabilityFinding> tried(Capability capability, ServerCall call) {
        return found(capability, "", protocol.call(call), () -> confirmed(capability));
    }

    /** With one name of the parameter after the other. */
    private CompletableFuture<CapabilityFinding> tried(
            Capability capability, List<String> parameters, Function<String, ServerCall> call) {
        String parameter = parameters.get(0);
        List<String> others = parameters.subList(1, parameters.size());
        return found(
                capability,
                parameter,
                protocol.call(call.apply(parameter)),
                () -> others.isEmpty() ? confirmed(capability) : tried(capability, others, call));
    }

    private interface Otherwise {
        CompletableFuture<CapabilityFinding> next();
    }

    private static CompletableFuture<CapabilityFinding> found(
            Capability capability, String parameter, CompletableFuture<ServerAnswer> answer, Otherwise noResult) {
        return Futures.compose(answer, (success, failure) -> {
            if (failure == null) {
                return CompletableFuture.completedFuture(CapabilityFinding.available(capability, parameter));
            }
            VtigerException known = Denials.known(failure);
            if (NOT_THERE.contains(String.valueOf(known.getServerCode()))) {
                return CompletableFuture.completedFuture(CapabilityFinding.absent(capability));
            }
            if (isNoResult(known)) {
                return noResult.next();
            }
            boolean refused = known.getServerCode() != null && !(known instanceof AuthenticationException);
            return CompletableFuture.completedFuture(
                    refused
                            ? CapabilityFinding.available(capability, parameter)
                            : CapabilityFinding.unknown(capability, "it could not be asked: " + known.getMessage()));
        });
    }

    /** HTTP 500, or 200 where PHP shows its errors, and no envelope ({@code webservice.md §1}). */
    private static boolean isNoResult(VtigerException failure) {
        return (failure instanceof AmbiguousWriteException || failure instanceof ServerFailureException)
                && failure.getServerCode() == null
                && (failure.getHttpStatus() == 500 || failure.getHttpStatus() == 200);
    }

    /** A server that fails at everything says nothing about this operation. */
    private CompletableFuture<CapabilityFinding> confirmed(Capability capability) {
        return Futures.compose(
                protocol.call(ServerCall.get("listtypes", null, null, Map.of("fieldTypeList", List.of("none")))),
                (types, failure) -> CompletableFuture.completedFuture(
                        failure == null
                                ? CapabilityFinding.unavailable(capability)
                                : CapabilityFinding.unknown(
                                        capability,
                                        "it could not be asked: "
                                                + Denials.known(failure).getMessage())));
    }

    private CompletableFuture<CapabilityFinding> count() {
        return metadata.types()
                .thenCompose(types -> types.recordModules().stream()
                        .findFirst()
                        .map(this::counted)
                        .orElseGet(() -> CompletableFuture.completedFuture(CapabilityFinding.unknown(
                                Capability.COUNT, "the user sees no module with records to count"))))
                .exceptionally(failure -> CapabilityFinding.unknown(
                        Capability.COUNT,
                        "it could not be asked: " + Denials.known(failure).getMessage()));
    }

    private CompletableFuture<CapabilityFinding> counted(String module) {
        ServerCall call =
                ServerCall.get("query", module, null, Map.of("query", "select count(*) from " + module + ";"));
        return protocol.call(call)
                .thenApply(answer -> new Page(
                        Results.array(call, answer).stream().map(Results::map).toList(), answer.serverTime()))
                .thenApply(page -> CountAnswer.of(page).isPresent()
                        ? CapabilityFinding.available(Capability.COUNT, "")
                        : CapabilityFinding.unavailable(Capability.COUNT));
    }
}
