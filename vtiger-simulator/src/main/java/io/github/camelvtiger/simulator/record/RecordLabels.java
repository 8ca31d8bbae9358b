package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.inventory.PhpNumber;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.Column;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.KeptLabels;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.DecodingCache;
import io.github.camelvtiger.simulator.value.HtmlText;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Labels as the server makes them: when a record is saved, from the values as they were sent, longer than their columns
 * though they be; what an update leaves out is taken as it was read, encoded for the screen, and so is encoded twice in
 * the answer ({@code webservice.md §5}).
 */
final class RecordLabels {

    private static final Column COLUMN = new Column(Column.Kind.TEXT, 255, 0);

    private final KeptLabels kept;
    private final HtmlText html;

    RecordLabels(KeptLabels kept, HtmlText html) {
        this.kept = kept;
        this.html = html;
    }

    /** @param row as it is stored now */
    void created(StoredRow row, SentElement element) {
        save(row, field -> element.has(field) ? element.string(field) : row.value(field));
    }

    /**
     * @param element decoded, as it is saved
     * @param read the record as it was read before it was saved
     */
    void revised(StoredRow row, SentElement element, Map<String, String> read) {
        save(row, field -> element.has(field) ? element.text(field) : html.decode(read.getOrDefault(field, "")));
    }

    /** @param read the record as it was read before it was saved */
    void updated(StoredRow row, SentElement element, Map<String, String> read) {
        save(row, field -> element.has(field) ? element.string(field) : read.getOrDefault(field, ""));
    }

    /** Encoded for HTML. */
    String of(StoredRow row, DecodingCache texts) {
        return texts.encoded(kept.of(row).orElseGet(() -> text(row, row::value)));
    }

    private void save(StoredRow row, UnaryOperator<String> parts) {
        String label = text(row, parts);
        if (label.equals(text(row, row::value))) {
            kept.forget(row);
        } else {
            kept.keep(row, label);
        }
    }

    /** Decoded, trimmed and cut; untrimmed if PHP takes the text for empty, as it does with 0. */
    private String text(StoredRow row, UnaryOperator<String> parts) {
        String joined = row.module().labelFields().stream().map(parts).collect(Collectors.joining(" "));
        String trimmed = html.decode(joined).strip();
        boolean blank = trimmed.isEmpty() && !Kinds.of(row.module()).labelledWhenBlank();
        return blank || !PhpNumber.isEmpty(trimmed) ? ColumnText.of(COLUMN, trimmed) : ColumnText.of(COLUMN, joined);
    }
}
