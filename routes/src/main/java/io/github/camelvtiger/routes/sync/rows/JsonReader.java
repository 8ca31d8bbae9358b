package io.github.camelvtiger.routes.sync.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON file: a list of objects, each of them a row, or one object. What is in the list and is not an object is a row with a
 * fault.
 */
final class JsonReader extends LookAhead {

    private final RowLimit text;
    private final TextFaults faults;
    private final JsonParser parser;
    private boolean begun;
    private boolean inList;
    private long number;

    /** @throws IOException never: nothing is read yet */
    JsonReader(StrictText text, TextFaults faults) throws IOException {
        this.text = new RowLimit(text);
        this.faults = faults;
        this.parser = JsonRow.parser(this.text);
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    Row read() {
        try {
            text.beginRow();
            if (!begun) {
                begun = true;
                return first();
            }
            return inList ? element() : end();
        } catch (JsonProcessingException e) {
            throw broken(JsonRow.reason(e), e);
        } catch (IOException e) {
            String object = "object " + (number + 1);
            throw new BadFileException(faults.of(e, object, "The " + object), e);
        }
    }

    private Row first() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            inList = true;
            return element();
        }
        if (token == JsonToken.START_OBJECT) {
            return row();
        }
        throw new BadFileException(
                token == null
                        ? "The file is empty; it must hold a JSON list of objects, or one object."
                        : "The file holds " + JsonRow.kind(token) + ", not a JSON list of objects or one object.");
    }

    private Row element() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            inList = false;
            return end();
        }
        if (token == null) {
            throw broken("the list has no end", new IOException("end of input"));
        }
        if (token == JsonToken.START_OBJECT) {
            return row();
        }
        number++;
        Row row = new Row(number, place(), Map.of(), Optional.of("It is " + JsonRow.kind(token) + ", not an object."));
        parser.skipChildren();
        return row;
    }

    private Row row() throws IOException {
        number++;
        String place = place();
        try {
            return JsonRow.of(number, place, parser);
        } catch (IOException e) {
            number--;
            throw e;
        }
    }

    private Row end() throws IOException {
        if (parser.nextToken() != null) {
            throw new BadFileException("There is text behind the end of the JSON, from line "
                    + parser.currentTokenLocation().getLineNr()
                    + " on; if each line of the file is an object of its own, name it .jsonl.");
        }
        return null;
    }

    private BadFileException broken(String reason, IOException e) {
        return new BadFileException(
                "The JSON is broken in object " + (number + 1) + ", at line "
                        + parser.currentLocation().getLineNr() + ", column "
                        + parser.currentLocation().getColumnNr() + ": " + reason + "; correct it.",
                e);
    }

    private String place() {
        return "object " + number + " (line " + parser.currentTokenLocation().getLineNr() + ")";
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
