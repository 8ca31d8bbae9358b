package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.names.LookupFailures;
import io.github.camelvtiger.names.NameResolver.Resolved;
import io.github.camelvtiger.values.FieldValues;
import io.github.camelvtiger.values.RecordCheck;
import io.github.camelvtiger.values.RecordCheck.Findings;
import io.github.camelvtiger.values.WireValue;
import io.github.camelvtiger.values.WriteKind;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What every record goes through before it is sent: names become ids, values take the server's forms, and what is wrong
 * is told before the call. It needs the description of the module, which is asked for once for each connection; a record
 * of a module that the CRM does not describe is sent as it is, so that the CRM itself says what is wrong.
 */
final class RecordPreparation {

    private final VtigerClient client;
    private final boolean resolvesNames;
    private final boolean validates;

    RecordPreparation(VtigerClient client, boolean resolvesNames, boolean validates) {
        this.client = client;
        this.resolvesNames = resolvesNames;
        this.validates = validates;
    }

    /**
     * @param module of the record; where it has an id already, that of the id counts
     * @param record not changed
     * @return fails with an {@link InvalidRecordException} that tells all faults
     */
    CompletableFuture<PreparedRecord> prepare(WriteKind kind, Optional<String> module, Map<String, Object> record) {
        return description(kind, module, record)
                .thenCompose(known -> known.isPresent()
                        ? prepared(kind, known.get(), record, false)
                        : CompletableFuture.completedFuture(undescribed(record)));
    }

    boolean resolvesNames() {
        return resolvesNames;
    }

    /** Looks the names in several records up together. */
    CompletableFuture<Void> lookAhead(WriteKind kind, Optional<String> module, List<Map<String, Object>> records) {
        if (!kind.changes()) {
            return description(kind, module, Map.of())
                    .thenCompose(known -> known.map(it -> client.names().lookAhead(it, records))
                            .orElseGet(() -> CompletableFuture.completedFuture(null)));
        }
        Map<ModuleDescription, Set<Map<String, Object>>> byModule = new LinkedHashMap<>();
        CompletableFuture<Void> described = CompletableFuture.completedFuture(null);
        for (Map<String, Object> record : records) {
            described = described
                    .thenCompose(nothing -> description(kind, module, record))
                    .thenAccept(
                            known -> known.ifPresent(it -> byModule.computeIfAbsent(it, key -> new LinkedHashSet<>())
                                    .add(record)));
        }
        return described.thenCompose(nothing -> CompletableFuture.allOf(byModule.entrySet().stream()
                .map(of -> client.names().lookAhead(of.getKey(), of.getValue()))
                .toArray(CompletableFuture[]::new)));
    }

    private CompletableFuture<Optional<ModuleDescription>> description(
            WriteKind kind, Optional<String> module, Map<String, Object> record) {
        CompletableFuture<Optional<ModuleDescription>> named =
                module.map(this::described).orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
        if (kind == WriteKind.CREATE || kind == WriteKind.UPSERT) {
            return named;
        }
        RecordId id;
        try {
            id = RecordId.parse(Objects.toString(record.get("id"), null));
        } catch (InvalidRecordException malformed) {
            return CompletableFuture.failedFuture(malformed);
        }
        return named.thenCompose(known -> known.filter(it -> it.idPrefix() == id.prefix())
                        .isPresent()
                ? CompletableFuture.completedFuture(known)
                : LookupFailures.emptyWhereDenied(client.moduleOf(id)).thenCompose(found -> found.flatMap(it -> it)
                        .map(this::described)
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))));
    }

    private CompletableFuture<Optional<ModuleDescription>> described(String module) {
        return LookupFailures.emptyWhereDenied(client.describe(module));
    }

    private static PreparedRecord undescribed(Map<String, Object> record) {
        FieldValues values = new FieldValues("", ZoneId.systemDefault());
        Map<String, Object> element = new LinkedHashMap<>();
        record.forEach((name, value) -> element.put(name, values.wire(value)));
        return new PreparedRecord(element, Optional.empty());
    }

    private CompletableFuture<PreparedRecord> prepared(
            WriteKind kind, ModuleDescription module, Map<String, Object> record, boolean anew) {
        FieldValues values = new FieldValues(module.name(), ZoneId.systemDefault());
        return resolved(module, record)
                .thenApply(resolved -> wire(module, values, resolved))
                .thenCompose(wire -> findings(kind, module, values, wire).thenCompose(findings -> {
                    if (findings.outdated() && !anew) {
                        return client.describeAnew(module.name())
                                .thenCompose(fresh -> prepared(kind, fresh, record, true));
                    }
                    return CompletableFuture.completedFuture(ready(kind, module, wire, findings));
                }));
    }

    private CompletableFuture<Resolved> resolved(ModuleDescription module, Map<String, Object> record) {
        return resolvesNames
                ? client.names().resolve(module, record)
                : CompletableFuture.completedFuture(new Resolved(record, Map.of()));
    }

    private static Map<String, WireValue> wire(ModuleDescription module, FieldValues values, Resolved resolved) {
        Map<String, WireValue> wire = new LinkedHashMap<>();
        resolved.record().forEach((name, value) -> {
            String fault = resolved.faults().get(name);
            wire.put(
                    name,
                    fault != null
                            ? new WireValue(value, Optional.of(fault))
                            : module.field(name)
                                    .map(field -> values.wire(field, value))
                                    .orElseGet(() -> new WireValue(values.wire(value), Optional.empty())));
        });
        return wire;
    }

    /** A name that was not found is a fault in any case: the server would take it for the user with the number 1. */
    private CompletableFuture<Findings> findings(
            WriteKind kind, ModuleDescription module, FieldValues values, Map<String, WireValue> wire) {
        if (!validates) {
            return CompletableFuture.completedFuture(resolvesNames ? RecordCheck.names(module, wire) : Findings.NONE);
        }
        return prefixes(module, wire).thenCompose(prefixes -> {
            RecordCheck check = new RecordCheck(module, values, prefixes);
            return stored(kind, check, wire).thenApply(stored -> check.check(kind, wire, stored));
        });
    }

    private CompletableFuture<Optional<Map<String, Object>>> stored(
            WriteKind kind, RecordCheck check, Map<String, WireValue> wire) {
        return kind.changes() && check.hasUnwritable(kind, wire)
                ? client.retrieve(RecordId.parse(String.valueOf(wire.get("id").value())))
                        .thenApply(Optional::of)
                : CompletableFuture.completedFuture(Optional.empty());
    }

    /** Of the modules that the record's references may point to. */
    private CompletableFuture<Map<String, Integer>> prefixes(ModuleDescription module, Map<String, WireValue> wire) {
        Map<String, Integer> prefixes = new LinkedHashMap<>();
        CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);
        for (String target : targets(module, wire)) {
            asked = asked.thenCompose(nothing -> described(target))
                    .thenAccept(known -> known.ifPresent(it -> prefixes.put(target, it.idPrefix())));
        }
        return asked.thenApply(nothing -> prefixes);
    }

    private static List<String> targets(ModuleDescription module, Map<String, WireValue> wire) {
        return module.fields().stream()
                .filter(field -> wire.containsKey(field.name()))
                .filter(field ->
                        !Objects.toString(wire.get(field.name()).value(), "").isBlank())
                .flatMap(RecordPreparation::targets)
                .distinct()
                .toList();
    }

    private static Stream<String> targets(Field field) {
        return field.type().equals("owner") ? Stream.of("Users", "Groups") : field.refersTo().stream();
    }

    private static PreparedRecord ready(
            WriteKind kind, ModuleDescription module, Map<String, WireValue> wire, Findings findings) {
        if (!findings.faults().isEmpty()) {
            throw new InvalidRecordException(
                    "Nothing was sent. " + String.join(" ", findings.faults()),
                    FailureContext.of(
                            kind.operation(),
                            module.name(),
                            kind.changes() ? String.valueOf(wire.get("id").value()) : null));
        }
        Map<String, Object> element = new LinkedHashMap<>();
        wire.forEach((name, value) -> {
            if (!findings.needless().contains(name) && !kind.omits(name)) {
                element.put(name, value.value());
            }
        });
        return new PreparedRecord(element, Optional.of(module));
    }
}
