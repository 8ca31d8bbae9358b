package io.github.camelvtiger.operation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelvtiger.client.InvalidRecordException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The elements of a JSON array, read one by one. Where the text is broken the last element is an {@link Unreadable}: those
 * before it may be written already, so it is the failure of that element only.
 */
final class JsonElements implements Iterator<Object>, Closeable {

    /** What replaces an element that can't be read. */
    record Unreadable(InvalidRecordException why) {}

    private final String operation;
    private final Reader text;
    private final JsonParser parser;
    private Object next;
    private boolean ready;
    private boolean ended;

    /**
     * @param text is at the opening bracket
     * @throws IOException when it can't be read
     */
    JsonElements(Reader text, String operation) throws IOException {
        this.operation = operation;
        this.text = text;
        this.parser = RecordJson.ELEMENTS.createParser(text);
        parser.nextToken();
    }

    @Override
    public boolean hasNext() {
        if (!ready && !ended) {
            advance();
        }
        return ready;
    }

    private void advance() {
        try {
            if (parser.nextToken() != JsonToken.END_ARRAY) {
                next = RecordJson.ELEMENTS.readValue(parser);
                ready = true;
                return;
            }
            parser.nextToken();
            if (parser.currentToken() != null) {
                broken(RecordJson.notJson("there is text after the array", parser.currentLocation(), operation));
            }
        } catch (IOException e) {
            broken(RecordJson.unreadable(e, operation));
        }
        close();
    }

    private void broken(InvalidRecordException why) {
        next = new Unreadable(why);
        ready = true;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        return next;
    }

    @Override
    public void close() {
        ended = true;
        try {
            parser.close();
            text.close();
        } catch (IOException e) {
            // What was to be read is read; a source that does not close takes nothing away from it.
            ended = true;
        }
    }
}
