package io.github.camelvtiger.simulator.value;

import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How the texts of one request are read from the database. Each is encoded for the screen and decoded for the API, and
 * the server remembers encodings as if they were texts that need none: a text that equals the encoding of another text
 * read earlier in the same request is not encoded, and so loses one level. {@code m &amp;amp; n} comes out as
 * {@code m & n} once {@code m & n} has been read, whichever record or field that was in.
 */
public final class DecodingCache {

    private final HtmlText html = new HtmlText();
    private final Set<String> encodings = new HashSet<>();

    /** As the server's own code sees the text. */
    public String encoded(String text) {
        if (html.isPlain(text) || encodings.contains(text)) {
            return text;
        }
        String encoded = html.encode(text);
        encodings.add(encoded);
        return encoded;
    }

    /** As the API gives the text out. */
    public String shown(String text) {
        return html.isPlain(text) ? text : html.decode(encoded(text));
    }

    /**
     * Reads the record without answering it, as a save does before and after it writes.
     *
     * @return the texts by field as the server's own code sees them
     */
    public Map<String, String> read(StoredRow row) {
        Map<String, String> texts = new HashMap<>();
        row.module().fields().forEach(field -> texts.put(field.name(), encoded(row.value(field.name()))));
        return texts;
    }
}
