package io.github.camelvtiger.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which id counts: that of the header, or that of the body. */
final class RecordIds {

    private static final String ID = "id";

    private final BodyReader bodies;

    RecordIds(BodyReader bodies) {
        this.bodies = bodies;
    }

    /** For an operation that reads: the header's id, else the element's. */
    RecordId toRead(Optional<String> header, Object element) {
        return RecordId.parse(header.or(() -> of(element)).orElseThrow(this::missing));
    }

    /**
     * For an operation that writes or deletes: the same, but a record must not name another id than the header, which
     * may be left over from an earlier step.
     */
    RecordId toWrite(Optional<String> header, Object element) {
        if (header.isEmpty() || isText(element)) {
            return toRead(header, element);
        }
        RecordId chosen = RecordId.parse(header.get());
        Optional<RecordId> ofRecord = ofRecord(element).map(RecordId::parse);
        if (ofRecord.isPresent() && !ofRecord.get().equals(chosen)) {
            throw invalid(
                    "The header " + VtigerConstants.RECORD_ID + " names " + chosen + ", but the record in the body is "
                            + ofRecord.get() + "; nothing was sent. Use removeHeader(\"" + VtigerConstants.RECORD_ID
                            + "\") if the header is left over from an earlier step.",
                    chosen);
        }
        return chosen;
    }

    /** Beside a header the body may be anything: what an earlier step left, such as a number. */
    private Optional<String> ofRecord(Object element) {
        if (element == null || element instanceof Map || element instanceof JsonNode) {
            return of(element);
        }
        Map<String, Object> record;
        try {
            record = bodies.record(element);
        } catch (InvalidRecordException notARecord) {
            return Optional.empty();
        }
        return in(record);
    }

    private static boolean isText(Object element) {
        return element instanceof CharSequence || element instanceof RecordId;
    }

    /** The id that an element names, as it is given: a text, or the {@code id} of a record. */
    private Optional<String> of(Object element) {
        if (element == null) {
            return Optional.empty();
        }
        if (isText(element)) {
            return Optional.of(element.toString());
        }
        return element instanceof JsonNode tree && tree.isTextual()
                ? Optional.of(tree.textValue())
                : in(bodies.record(element));
    }

    private Optional<String> in(Map<String, Object> record) {
        if (!record.containsKey(ID)) {
            record.keySet().stream().filter(ID::equalsIgnoreCase).findFirst().ifPresent(this::refuseOtherCase);
        }
        Object id = record.get(ID);
        Object given = id instanceof Optional<?> optional ? optional.orElse(null) : id;
        return Optional.ofNullable(given).map(Objects::toString).filter(text -> !text.isBlank());
    }

    /** Columns of many databases are in capitals; such an id must not be passed over in favour of one that is left over. */
    private void refuseOtherCase(String name) {
        throw invalid(
                "The record has a field '" + name + "' and no id; nothing was sent. Write id, since names are"
                        + " case-sensitive.",
                null);
    }

    private InvalidRecordException missing() {
        return invalid(
                "The operation " + bodies.operation() + " needs an id: set the header " + VtigerConstants.RECORD_ID
                        + ", or give a Map with id or the text of an id as body.",
                null);
    }

    private InvalidRecordException invalid(String sentence, RecordId id) {
        return new InvalidRecordException(
                sentence, FailureContext.of(bodies.operation(), null, Objects.toString(id, null)));
    }
}
