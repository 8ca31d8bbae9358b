package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.names.LookupFailures;
import io.github.camelvtiger.names.NameResolver.Resolved;
import io.github.camelvtiger.values.FieldValues;
import io.github.camelvtiger.values.RecordCheck;
import io.github.camelvtiger.values.RecordCheck.Findings;
import io.github.camelvtiger.values.RecordCompletion;
import io.github.camelvtiger.values.WireValue;
import io.github.camelvtiger.values.WriteKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What every record goes through before it is sent: names become ids, values take the server's forms, and what is wrong
 * is reported before the call. It needs the description of the module, which is asked for once for each connection; a record
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
     * @return fails with an {@link InvalidRecordException} that names all faults
     */
    CompletableFuture<PreparedRecord> prepare(WriteKind kind, Optional<String> module, Map<String, Object> record) {
        return description(kind, module, record)
                .thenCompose(known -> known.isPresent()
                        ? prepared(kind, known.get(), record, false)
                        : CompletableFuture.completedFuture(undescribed(kind, module, record)));
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
                    .exceptionally(itsOwnWriteSaysSo -> Optional.empty())
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
        if (!kind.changes()) {
            return module.map(this::described).orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
        }
        RecordId id;
        try {
            id = RecordId.parse(Objects.toString(record.get("id"), null));
        } catch (InvalidRecordException malformed) {
            return CompletableFuture.failedFuture(malformed);
        }
        return module.isPresent()
                ? new ModuleOfId(client, kind.operation())
                        .described(id, module.get())
                        .thenApply(Optional::of)
                : LookupFailures.emptyWhereDenied(client.moduleOf(id)).thenCompose(found -> found.flatMap(it -> it)
                        .map(this::described)
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    private CompletableFuture<Optional<ModuleDescription>> described(String module) {
        return LookupFailures.emptyWhereDenied(client.describe(module));
    }

    private static PreparedRecord undescribed(WriteKind kind, Optional<String> module, Map<String, Object> record) {
        FieldValues values = new FieldValues("", ZoneId.systemDefault());
        Map<String, Object> element = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        record.forEach((name, value) -> {
            WireValue wire = values.wire(name, value);
            wire.fault().ifPresent(fault -> faults.add("The value of " + name + " " + fault + "."));
            if (!LineItems.isTotal(module.orElse(null), name)) {
                element.put(name, wire.value());
            }
        });
        requireNone(faults, kind, module.orElse(null), record.get("id"));
        return new PreparedRecord(element, Optional.empty());
    }

    private CompletableFuture<PreparedRecord> prepared(
            WriteKind kind, ModuleDescription module, Map<String, Object> record, boolean again) {
        FieldValues values = new FieldValues(module.name(), ZoneId.systemDefault());
        return resolved(module, RecordCompletion.of(kind, module.name(), record))
                .thenApply(resolved -> wire(module, values, resolved))
                .thenCompose(wire -> findings(kind, module, values, wire).thenCompose(findings -> {
                    if (findings.outdated() && !again) {
                        return client.describeAgain(module.name())
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
                            ? WireValue.refused(value, fault)
                            : module.field(name)
                                    .map(field -> values.wire(field, value))
                                    .orElseGet(() -> values.wire(name, value)));
        });
        return wire;
    }

    private CompletableFuture<Findings> findings(
            WriteKind kind, ModuleDescription module, FieldValues values, Map<String, WireValue> wire) {
        return TargetPrefixes.of(client, module, wire).thenCompose(prefixes -> {
            RecordCheck check = new RecordCheck(module, values, prefixes);
            return validates
                    ? stored(kind, check, wire).thenApply(stored -> check.check(kind, wire, stored))
                    : CompletableFuture.completedFuture(check.refusals(wire));
        });
    }

    private CompletableFuture<Optional<Map<String, Object>>> stored(
            WriteKind kind, RecordCheck check, Map<String, WireValue> wire) {
        return kind.changes() && check.hasUnwritable(kind, wire)
                ? client.retrieve(RecordId.parse(String.valueOf(wire.get("id").value())))
                        .thenApply(Optional::of)
                : CompletableFuture.completedFuture(Optional.empty());
    }

    private static PreparedRecord ready(
            WriteKind kind, ModuleDescription module, Map<String, WireValue> wire, Findings findings) {
        Object id = kind.changes() ? wire.get("id").value() : null;
        requireNone(findings.faults(), kind, module.name(), id);
        Map<String, Object> element = new LinkedHashMap<>();
        wire.forEach((name, value) -> {
            if (!findings.needless().contains(name) && !kind.omits(name) && !LineItems.isTotal(module.name(), name)) {
                element.put(name, value.value());
            }
        });
        return new PreparedRecord(element, Optional.of(module));
    }

    private static void requireNone(List<String> faults, WriteKind kind, String module, Object id) {
        if (!faults.isEmpty()) {
            throw new InvalidRecordException(
                    "Nothing was sent. " + String.join(" ", faults),
                    FailureContext.of(kind.operation(), module, Objects.toString(id, null)));
        }
    }
}
