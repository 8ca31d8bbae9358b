package io.github.camelvtiger.routes.sync.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JSON object as a row: texts, booleans, null, lists and maps, and numbers as BigDecimal with the digits that they have in
 * the file.
 */
final class JsonRow {

    /** Nothing in a CRM is nested deeper than an order's items. */
    private static final int DEEPEST = 100;

    /** A number such as 1e999999999 has few digits in the file, but fills the memory when it is written out. */
    private static final int MOST_DIGITS = 1000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(MOST_DIGITS)
                    .maxStringLength((int) RowLimit.CHARACTERS)
                    .build())
            .build();

    /** What Jackson says of a source that it does not show, and of its own settings. */
    private static final Pattern INTERNAL = Pattern.compile(
            " \\(start marker at .*| ?\\(for .* starting at .*|, from `[^`]*`|; only regular white space.*",
            Pattern.DOTALL);

    private final JsonParser parser;
    private final List<String> faults = new ArrayList<>();

    private JsonRow(JsonParser parser) {
        this.parser = parser;
    }

    static JsonParser parser(Reader text) throws IOException {
        return JSON.createParser(text);
    }

    /**
     * The row that is a text.
     *
     * @throws JsonProcessingException if the text is not one object
     */
    static Row of(long number, String place, String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "it is " + kind(parser.currentToken()));
            }
            Row row = of(number, place, parser);
            if (hasMore(parser)) {
                throw new JsonParseException(parser, "there is text behind the object");
            }
            return row;
        }
    }

    private static boolean hasMore(JsonParser parser) throws IOException {
        try {
            return parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    /** @param parser at the beginning of an object; it is read to the object's end */
    static Row of(long number, String place, JsonParser parser) throws IOException {
        JsonRow reading = new JsonRow(parser);
        Map<String, Object> cells = reading.object();
        cells.remove(RejectColumns.REASON);
        Optional<String> reject = Optional.ofNullable(cells.remove(RejectColumns.REJECT))
                .map(String::valueOf)
                .filter(id -> !id.isEmpty());
        if (cells.size() == 1 && cells.get(RejectColumns.LINE) instanceof String line) {
            return ofRejectedLine(number, place, line, reject);
        }
        return new Row(number, place, cells, reject, reading.fault());
    }

    /** A person has corrected it, or not. */
    private static Row ofRejectedLine(long number, String place, String line, Optional<String> reject) {
        try {
            Row row = of(number, place, line);
            return new Row(number, place, row.cells(), reject, row.fault());
        } catch (IOException e) {
            return new Row(
                    number,
                    place,
                    Map.of(RejectColumns.LINE, line),
                    reject,
                    Optional.of("Its " + RejectColumns.LINE + " is not a JSON object: " + reason(e) + "."));
        }
    }

    /** What is wrong with a text, to end a sentence with. */
    static String reason(IOException e) {
        return e instanceof JsonProcessingException json
                ? INTERNAL.matcher(json.getOriginalMessage()).replaceAll("")
                : e.getMessage();
    }

    static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "not a value";
        };
    }

    private Optional<String> fault() {
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", faults));
    }

    private Map<String, Object> object() throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            Object value = value(name);
            if (object.containsKey(name)) {
                faults.add("It has the name '" + name + "' twice; remove one of the two.");
            } else {
                object.put(name, value);
            }
        }
        return object;
    }

    private Object value(String name) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> list(name);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(name);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private List<Object> list(String name) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(name));
        }
        return list;
    }

    private Object number(String name) throws IOException {
        String text = parser.getText();
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) + number.precision() <= MOST_DIGITS) {
                return number;
            }
        } catch (NumberFormatException e) {
            // An exponent that is none: the same fault.
        }
        faults.add("The number of '" + name + "' is too large or too exact: " + text + ".");
        return text;
    }
}
