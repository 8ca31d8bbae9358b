package io.github.camelvtiger.protocol;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelvtiger.http.AnswerLimit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON value, as long as the memory that it takes is within bounds: a few bytes of JSON may be many of Maps
 * and Lists.
 */
final class JsonTree {

    /** About what a value takes with its place in a Map or List. */
    private static final int VALUE = 48;

    /** What an object takes besides, with its table. */
    private static final int OBJECT = 120;

    private final JsonParser parser;
    private final AnswerLimit limit;
    private long memory;

    /** Of the last object that was read: the rows of a page have the same fields, and a table of their size need not grow. */
    private int fields = 8;

    /** One large object must not make tables of its size of all small ones within it. */
    private static final int MOST_FIELDS = 256;

    /** @param memory how many bytes the Maps and Lists may take, estimated */
    JsonTree(JsonParser parser, AnswerLimit limit, long memory) {
        this.parser = parser;
        this.limit = limit;
        this.memory = memory;
    }

    /** @throws io.github.camelvtiger.http.NoAnswerException when it takes more memory than it may */
    Object read() throws IOException {
        if (parser.nextToken() == null) {
            throw new JsonParseException(parser, "nothing to read");
        }
        Object value = value();
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "more than one value");
        }
        return value;
    }

    /** The depth is limited by the parser. */
    private Object value() throws IOException {
        take(VALUE);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new JsonParseException(parser, "not a value");
        };
    }

    private Map<String, Object> object() throws IOException {
        take(OBJECT);
        Map<String, Object> object = new LinkedHashMap<>(fields * 4 / 3 + 1);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            take(name.length());
            parser.nextToken();
            object.put(name, value());
        }
        fields = Math.min(object.size(), MOST_FIELDS);
        return object;
    }

    private List<Object> array() throws IOException {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }

    private String text() throws IOException {
        String text = parser.getText();
        take(text.length());
        return text;
    }

    private void take(int bytes) {
        memory -= bytes;
        if (memory < 0) {
            throw limit.exceeded();
        }
    }
}
