package io.github.camelvtiger.operation;

import io.github.camelvtiger.OnAltered;
import io.github.camelvtiger.ProducerOptions;
import io.github.camelvtiger.changes.ProducerWrite;
import io.github.camelvtiger.changes.WriteBroadcast;
import io.github.camelvtiger.client.AlteredRecordException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.CrmWriter;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.upsert.WriteResult;
import io.github.camelvtiger.values.AlteredFields;
import io.github.camelvtiger.values.FieldValues;
import io.github.camelvtiger.values.WriteKind;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of one record: prepared, written, and compared with what the CRM made of it. */
final class WritePipeline {

    private static final Logger LOG = LoggerFactory.getLogger(WritePipeline.class);

    private final VtigerClient client;
    private final RecordPreparation preparation;
    private final OnAltered onAltered;
    private final WriteBroadcast.OfOneCrm ownWrites;

    /** @param validates where the option is not set */
    WritePipeline(VtigerClient client, ProducerOptions options, boolean validates, WriteBroadcast.OfOneCrm ownWrites) {
        this.client = client;
        this.ownWrites = ownWrites;
        this.onAltered = options.getOnAltered();
        this.preparation = new RecordPreparation(
                client, options.isResolveNames(), options.getValidate() == null ? validates : options.getValidate());
    }

    RecordPreparation preparation() {
        return preparation;
    }

    CompletableFuture<WriteResult> create(String module, Map<String, Object> record, CrmWriter writer) {
        return write(WriteKind.CREATE, Optional.of(module), record, element -> writer.create(module, element));
    }

    /** @param module where it is known; that of the record's id counts */
    CompletableFuture<WriteResult> change(
            WriteKind kind, Optional<String> module, Map<String, Object> record, CrmWriter writer) {
        return write(kind, module, record, kind == WriteKind.UPDATE ? writer::update : writer::revise);
    }

    CompletableFuture<Void> delete(RecordId id, CrmWriter writer) {
        return writer.delete(id).thenRun(() -> ownWrites.publish(() -> Stream.of(ProducerWrite.deleted(id))));
    }

    private CompletableFuture<WriteResult> write(
            WriteKind kind,
            Optional<String> module,
            Map<String, Object> record,
            Function<Map<String, Object>, CompletableFuture<Map<String, Object>>> call) {
        return preparation.prepare(kind, module, record).thenCompose(prepared -> call.apply(prepared.element())
                .thenCompose(answer ->
                        altered(prepared, answer).thenApply(altered -> written(kind, prepared, answer, altered))));
    }

    /** A field that is answered other than it was sent may have been changed by another client since. */
    private static Optional<ProducerWrite> own(
            WriteKind kind, Map<String, Object> sent, Map<String, Object> answer, List<String> altered) {
        if (kind == WriteKind.CREATE) {
            return ProducerWrite.created(answer);
        }
        Set<String> written = new HashSet<>(sent.keySet());
        altered.forEach(written::remove);
        return ProducerWrite.changed(answer, written);
    }

    private CompletableFuture<List<String>> altered(PreparedRecord sent, Map<String, Object> answer) {
        if (sent.module().isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        ModuleDescription module = sent.module().get();
        AlteredFields fields = new AlteredFields(module, new FieldValues(module.name(), ZoneId.systemDefault()));
        List<String> altered = fields.of(sent.element(), answer);
        return AlteredFields.isDoubtful(sent.element(), altered)
                ? client.retrieve(RecordId.parse(String.valueOf(answer.get("id"))))
                        .handle((stored, failure) -> failure == null ? fields.of(sent.element(), stored) : altered)
                : CompletableFuture.completedFuture(altered);
    }

    private WriteResult written(WriteKind kind, PreparedRecord sent, Map<String, Object> answer, List<String> altered) {
        ownWrites.publish(() -> own(kind, sent.element(), answer, altered).stream());
        if (!altered.isEmpty() && onAltered != OnAltered.IGNORE) {
            AlteredRecordException damage = new AlteredRecordException(
                    altered,
                    FailureContext.of(
                            kind.operation(),
                            sent.module().map(ModuleDescription::name).orElse(null),
                            String.valueOf(answer.get("id"))));
            if (onAltered == OnAltered.FAIL) {
                throw damage;
            }
            LOG.warn("{}", damage.getMessage());
        }
        return new WriteResult(answer, altered);
    }
}
