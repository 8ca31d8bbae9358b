package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.inventory.PhpNumber;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.kind.ModuleKind;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.store.UserReferences;
import io.github.camelvtiger.simulator.value.DecodingCache;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** A record as retrieve, create, update and revise answer it: all its fields and a label, which a query leaves out. */
final class RecordAnswer {

    private static final long ADMINISTRATOR = 1;

    private final CrmStore store;
    private final RecordLabels labels;

    RecordAnswer(CrmStore store, RecordLabels labels) {
        this.store = store;
        this.labels = labels;
    }

    Map<String, Object> of(StoredRow row, CrmUser user) {
        UserReferences references = new UserReferences(store);
        return of(row, user, user, new DecodingCache(), index -> references.shown(references.sought(row, index)));
    }

    /**
     * After a save, which has looked up all users.
     *
     * @param texts what the request has read before
     */
    Map<String, Object> of(StoredRow row, CrmUser user, DecodingCache texts) {
        CrmUser reader = Kinds.of(row.module()).answeredAsAdministrator()
                ? store.user(ADMINISTRATOR).orElse(user)
                : user;
        UserReferences references = new UserReferences(store);
        return of(row, user, reader, texts, index -> references.sought(row, index));
    }

    /**
     * @param reader whose star is shown
     * @param references what is shown of the reference in the field of this index
     */
    private Map<String, Object> of(
            StoredRow row, CrmUser user, CrmUser reader, DecodingCache texts, IntFunction<String> references) {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (FieldMetadata field : store.metadata().fields(row.module(), user.admin())) {
            if (field.answered()) {
                String text = field.type().equals("reference")
                        ? references.apply(row.module().fieldIndex(field.name()))
                        : texts.shown(store.savers().shown(row, field.name(), reader));
                answer.put(field.name(), field.answer(text));
            }
        }
        if (!row.module().entity()) {
            return actor(row, answer);
        }
        answer.replace(StoredTexts.TAGS, "");
        if (row.module().keepsFiles()) {
            String attachments = store.attachments().idsOf(row);
            if (!attachments.isEmpty()) {
                answer.put("imageattachmentids", attachments);
            }
        }
        ModuleKind kind = Kinds.of(row.module());
        String label = labels.of(row, texts);
        if (!PhpNumber.isEmpty(label) && kind.labelled()) {
            answer.put("label", label);
        }
        kind.complete(answer, row, store);
        return answer;
    }

    /** The tables of actor types have a name of their own for the id, which is answered beside it. */
    private static Map<String, Object> actor(StoredRow row, Map<String, Object> values) {
        values.keySet().removeAll(Kinds.of(row.module()).onlyQueried());
        String column = idColumn(row.module());
        if (column.equals("id")) {
            return values;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            boolean id = name.equals("id");
            answer.put(id ? column : name, id ? Long.toString(row.number()) : value);
        });
        answer.put("id", row.id());
        return answer;
    }

    private static String idColumn(ModuleMetadata module) {
        return module.field("id")
                .map(field -> field.described().get("label").toString().replace(' ', '_'))
                .orElse("id");
    }
}
