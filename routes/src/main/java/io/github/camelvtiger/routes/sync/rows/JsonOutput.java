package io.github.camelvtiger.routes.sync.rows;

import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Records as a list of JSON, one on each line, or as JSON Lines. */
final class JsonOutput implements RecordOutput {

    private final OutputStream out;
    private final FileLayout layout;
    private final boolean list;
    private String before;

    /** @param out of a file that is empty */
    JsonOutput(OutputStream out, FileLayout layout) throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.layout = layout;
        this.list = layout.kind() == Kind.JSON;
        this.before = list ? "[\n" : "";
        this.out.write(layout.encoding().mark());
    }

    @Override
    public void write(Map<String, ?> record) throws IOException {
        write(before + JsonText.of(layout.titled(record), layout.charset()) + (list ? "" : "\n"));
        before = list ? ",\n" : "";
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(layout.charset()));
    }

    @Override
    public void end() throws IOException {
        if (list) {
            write((before.startsWith("[") ? "[" : "") + "\n]\n");
        }
        out.flush();
    }
}
