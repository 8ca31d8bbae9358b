package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calls {@code sync} for one module. */
public final class SyncCalls implements SyncSource {

    private static final int PAGE = 100;

    private final VtigerClient client;
    private final ModuleDescription module;
    private final String syncType;
    private final UnusableRows unusable;
    private String user;

    /**
     * @param syncType as the server knows it
     * @param unusable takes the ids that are left out
     */
    public SyncCalls(VtigerClient client, ModuleDescription module, String syncType, UnusableRows unusable) {
        this.client = client;
        this.module = module;
        this.unusable = unusable;
        this.syncType = syncType.toLowerCase(Locale.ROOT);
    }

    @Override
    public Page since(Instant time) {
        Object answer = Answers.await(client.request(
                "/sync",
                "GET",
                Map.of(
                        "modifiedTime",
                        Long.toString(time.getEpochSecond()),
                        "elementType",
                        module.name(),
                        "syncType",
                        syncType)));
        if (answer instanceof Map<?, ?> page
                && page.get("deleted") instanceof List<?> deleted
                && page.get("updated") instanceof List<?> updated) {
            return new Page(
                    deleted.stream()
                            .flatMap(id -> unusable.idOf(module, id, String.valueOf(id)).stream())
                            .map(RecordId::number)
                            .toList(),
                    updated.stream().anyMatch(this::isOfAnother) || isAnyOfAnother(updated),
                    Instant.ofEpochSecond(Long.parseLong(String.valueOf(page.get("lastModifiedTime")))),
                    "true".equals(String.valueOf(page.get("more"))));
        }
        throw new ServerFailureException(
                "The CRM's answer to sync is not of the form that Vtiger documents.",
                FailureContext.of("sync", module.name(), null));
    }

    /** Of records that are reported by their ids alone, as one reading of {@code cloud-rest.md §5} has it. */
    private boolean isAnyOfAnother(List<?> updated) {
        List<RecordId> ids = updated.stream()
                .filter(String.class::isInstance)
                .flatMap(id -> unusable.idOf(module, id, id).stream())
                .limit(PAGE)
                .toList();
        return !ids.isEmpty()
                && Answers.await(client.queryPage("select assigned_user_id from " + module.name() + " where id in ("
                                + VtqlLiteral.of(ids) + ") limit " + PAGE + ";"))
                        .rows()
                        .stream()
                        .anyMatch(this::isOfAnother);
    }

    private boolean isOfAnother(Object record) {
        Object owner = record instanceof Map<?, ?> fields ? fields.get("assigned_user_id") : null;
        if (owner == null || owner.toString().isEmpty()) {
            return false;
        }
        if (user == null) {
            user = String.valueOf(Answers.await(client.me()).get("id"));
        }
        return !owner.equals(user);
    }
}
