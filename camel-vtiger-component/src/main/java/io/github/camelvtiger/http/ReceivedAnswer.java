package io.github.camelvtiger.http;

import java.io.IOException;
import java.io.InputStream;

/** An answer as it came over the wire, perhaps compressed. */
record ReceivedAnswer(HttpHead head, Chunks body) {

    /** @throws NoAnswerException when the body cannot be unpacked, or is too large then */
    HttpAnswer unpacked(AnswerLimit limit) {
        if (body.size() == 0 || ContentCoding.isPlain(head)) {
            return new HttpAnswer(head, body.bytes());
        }
        try (InputStream unpacked = ContentCoding.unpacked(head, body.stream())) {
            return new HttpAnswer(head, Chunks.of(unpacked, limit).bytes());
        } catch (IOException broken) {
            throw ContentCoding.sentence(broken);
        }
    }
}
