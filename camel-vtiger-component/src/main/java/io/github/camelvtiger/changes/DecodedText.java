package io.github.camelvtiger.changes;

import io.github.camelvtiger.protocol.HtmlEntities;

/**
 * Texts without any level of HTML entities. The server answers a text that looks like the encoding of another one with one
 * level less when that other one comes before it in the same answer ({@code webservice.md §6}); without all levels a text
 * is the same whatever comes before it.
 */
final class DecodedText {

    private DecodedText() {}

    static String of(String text) {
        String encoded = text;
        String decoded = HtmlEntities.decoded(encoded);
        while (!decoded.equals(encoded)) {
            encoded = decoded;
            decoded = HtmlEntities.decoded(encoded);
        }
        return decoded;
    }
}
