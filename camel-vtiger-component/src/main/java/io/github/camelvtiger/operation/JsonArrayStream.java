package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.RecordStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Records as a JSON array, of which no more than one record is held while it is read. */
public final class JsonArrayStream extends InputStream {

    private final RecordStream records;
    private byte[] bytes = "[".getBytes(StandardCharsets.UTF_8);
    private int at;
    private boolean begun;
    private boolean ended;

    public JsonArrayStream(RecordStream records) {
        this.records = records;
    }

    @Override
    public int read() {
        return hasMore() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        Objects.checkFromIndexSize(from, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int read = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, from, read);
        at += read;
        return read;
    }

    private boolean hasMore() {
        if (at == bytes.length && !ended) {
            bytes = next();
            at = 0;
        }
        return at < bytes.length;
    }

    private byte[] next() {
        if (!records.hasNext()) {
            ended = true;
            return "]".getBytes(StandardCharsets.UTF_8);
        }
        byte[] record = RecordJson.bytes(records.next());
        if (!begun) {
            begun = true;
            return record;
        }
        byte[] following = new byte[record.length + 1];
        following[0] = ',';
        System.arraycopy(record, 0, following, 1, record.length);
        return following;
    }

    @Override
    public void close() {
        records.close();
    }
}
