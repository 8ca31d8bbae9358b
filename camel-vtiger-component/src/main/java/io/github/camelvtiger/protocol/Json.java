package io.github.camelvtiger.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.http.AnswerLimit;
import io.github.camelvtiger.http.NoAnswerException;
import java.io.IOException;

/** JSON as the wire has it: objects as Maps in order, arrays as Lists, decimals exact. */
final class Json {

    /** So many times the size of the largest answer its Maps and Lists may take: {@code [],} has 3 bytes, the List 48. */
    private static final int MEMORY_OF_A_BYTE = 4;

    private final JsonFactory factory = JsonFactory.builder()
            // A name sent once by a broken server must not stay in the JVM for ever.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final AnswerLimit limit;

    /** @param limit of what is read */
    Json(AnswerLimit limit) {
        this.limit = limit;
    }

    /**
     * @return null when the bytes from there on are not one JSON value
     * @throws NoAnswerException when the value takes too much memory, or is nested too deep
     */
    Object read(byte[] bytes, int from) {
        try (JsonParser parser = factory.createParser(bytes, from, bytes.length - from)) {
            return new JsonTree(parser, limit, limit.bytes() * MEMORY_OF_A_BYTE).read();
        } catch (StreamConstraintsException extreme) {
            throw new NoAnswerException(
                    "the answer is JSON that is nested too deep, or has a name or number that is too long ("
                            + extreme.getOriginalMessage() + "); check the server",
                    NoAnswerException.Reason.UNREADABLE,
                    null);
        } catch (IOException notJson) {
            return null;
        } catch (OutOfMemoryError full) {
            throw AnswerLimit.outOfMemory(full);
        }
    }

    String write(Object value) throws JsonProcessingException {
        return mapper.writeValueAsString(value);
    }
}
