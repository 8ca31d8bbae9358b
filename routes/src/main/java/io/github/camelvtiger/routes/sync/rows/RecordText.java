package io.github.camelvtiger.routes.sync.rows;

import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A record as a text of its own: a JSON object, or a line of titles and one row of CSV. */
public final class RecordText {

    private RecordText() {}

    /**
     * @param record names of fields to values
     * @throws UnwritableRowException if such a text cannot hold it
     */
    public static String of(Map<String, ?> record, FileLayout layout) {
        if (layout.kind() == Kind.JSON) {
            return JsonText.of(layout.titled(record), layout.charset());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            RecordOutput output = RecordOutput.into(bytes, layout);
            output.write(record);
            output.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(layout.charset());
    }
}
