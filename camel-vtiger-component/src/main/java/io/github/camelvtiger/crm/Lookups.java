package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.protocol.ServerCall;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds records by phone number or e-mail address: by the server's {@code lookup}, which Vtiger Cloud has
 * ({@code cloud-rest.md §2}), elsewhere by a query of each module.
 */
public final class Lookups {

    /** Where people are, in the order of the answer. */
    public static final List<String> MODULES = List.of("Contacts", "Leads", "Accounts");

    private final Denials denials;
    private final Descriptions metadata;
    private final Queries queries;
    private final Capabilities capabilities;

    Lookups(Denials denials, Descriptions metadata, Queries queries, Capabilities capabilities) {
        this.denials = denials;
        this.metadata = metadata;
        this.queries = queries;
        this.capabilities = capabilities;
    }

    /** What is looked for. */
    public enum Kind {
        PHONE,
        EMAIL;

        private String plain(String value) {
            return this == EMAIL
                    ? value.strip().toLowerCase(Locale.ROOT)
                    : value.replaceAll("\\D", "").replaceFirst("^00", "");
        }

        /** As the server's own search takes it, which need not know that {@code 00} is {@code +}. */
        private String sent(String value) {
            return this == EMAIL ? value.strip() : value.strip().replaceFirst("^00", "+");
        }

        String typeName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The records with that number or address in one of the fields. Of numbers only the digits count, {@code 00} is
     * {@code +}; of addresses not the case.
     *
     * @param places names of fields by module; without fields all of the kind
     */
    public CompletableFuture<List<Map<String, Object>>> find(
            Kind kind, String value, Map<String, List<String>> places) {
        String wanted = kind.plain(value);
        FailureContext context = FailureContext.of("lookup", null, null);
        if (wanted.isEmpty()) {
            return CompletableFuture.failedFuture(new InvalidRecordException(
                    "The value '" + value.replaceAll("\\p{Cntrl}", "?") + "' of lookup is not "
                            + (kind == Kind.EMAIL ? "an e-mail address" : "a phone number, since it has no digit")
                            + ".",
                    context));
        }
        Map<String, List<String>> named = new LinkedHashMap<>();
        CompletableFuture<Void> resolved = CompletableFuture.completedFuture(null);
        for (Map.Entry<String, List<String>> place : places.entrySet()) {
            resolved = resolved.thenCompose(before -> fields(kind, place.getKey(), place.getValue()))
                    .thenAccept(fields -> {
                        if (!fields.isEmpty()) {
                            named.put(place.getKey(), fields);
                        }
                    });
        }
        return resolved.thenCompose(done -> capabilities.of(Capability.LOOKUP))
                .thenCompose(finding -> finding.state() == CapabilityFinding.State.AVAILABLE
                        ? byServer(kind, value, named)
                        : byQueries(kind, wanted, named));
    }

    /** The modules of {@link #MODULES} that the user may see, all their fields. */
    public CompletableFuture<Map<String, List<String>>> usualPlaces() {
        return metadata.types().thenApply(types -> {
            Map<String, List<String>> places = new LinkedHashMap<>();
            MODULES.stream().filter(types::contains).forEach(module -> places.put(module, List.of()));
            return places;
        });
    }

    private CompletableFuture<List<String>> fields(Kind kind, String module, List<String> named) {
        FailureContext context = FailureContext.of("lookup", module, null);
        if (!named.isEmpty()) {
            return metadata.unknownField(module, named, context)
                    .exceptionallyCompose(failure -> denials.moduleDenied(failure, context))
                    .thenApply(unknown -> {
                        unknown.ifPresent(fault -> {
                            throw fault;
                        });
                        return named;
                    });
        }
        return metadata.describe(module)
                .exceptionallyCompose(failure -> denials.<ModuleDescription>moduleDenied(failure, context))
                .thenApply(description -> description.fields().stream()
                        .filter(field -> field.type().equals(kind.typeName()))
                        .map(Field::name)
                        .toList());
    }

    private CompletableFuture<List<Map<String, Object>>> byServer(
            Kind kind, String value, Map<String, List<String>> places) {
        ServerCall call = ServerCall.get(
                "lookup", null, null, Map.of("type", kind.typeName(), "value", kind.sent(value), "searchIn", places));
        return denials.explained(call).thenApply(answer -> {
            List<Map<String, Object>> found = new ArrayList<>();
            if (answer.result() instanceof List<?> list) {
                list.forEach(record -> found.add(Results.map(record)));
            } else {
                Results.object(call, answer).values().forEach(records -> Results.list(records)
                        .forEach(record -> found.add(Results.map(record))));
            }
            return found;
        });
    }

    private CompletableFuture<List<Map<String, Object>>> byQueries(
            Kind kind, String wanted, Map<String, List<String>> places) {
        List<Map<String, Object>> found = new ArrayList<>();
        CompletableFuture<Void> read = CompletableFuture.completedFuture(null);
        for (Map.Entry<String, List<String>> place : places.entrySet()) {
            Function<String, String> test = field -> kind == Kind.EMAIL
                    ? field + " = " + VtqlLiteral.of(wanted)
                    : field + " like " + VtqlLiteral.of(scattered(wanted));
            String where = place.getValue().stream().map(test).collect(Collectors.joining(" or "));
            read = read.thenCompose(before -> queries.all("select * from " + place.getKey() + " where " + where))
                    .thenAccept(rows -> rows.stream()
                            .filter(row -> place.getValue().stream()
                                    .anyMatch(field -> kind.plain(Results.text(row.get(field)))
                                            .equals(wanted)))
                            .forEach(found::add));
        }
        return read.thenApply(done -> found);
    }

    /** Finds the digits with anything in between, and more than that. */
    private static String scattered(String digits) {
        return "%" + String.join("%", digits.split("")) + "%";
    }
}
