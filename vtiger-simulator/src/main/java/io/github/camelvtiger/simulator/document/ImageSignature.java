package io.github.camelvtiger.simulator.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Kinds of images by the first bytes of their files, as PHP's {@code mime_content_type} names them. */
enum ImageSignature {
    PNG("png", 0, "\u0089PNG\r\n\u001a\n"),
    GIF("gif", 0, "GIF8"),
    JPEG("jpeg", 0, "\u00ff\u00d8\u00ff"),
    WEBP("webp", 8, "WEBP"),
    TIFF_LITTLE_ENDIAN("tiff", 0, "II*\0"),
    TIFF_BIG_ENDIAN("tiff", 0, "MM\0*"),
    PHOTOSHOP("vnd.adobe.photoshop", 0, "8BPS"),
    ICON("vnd.microsoft.icon", 0, "\0\0\u0001\0"),
    BITMAP("x-ms-bmp", 0, "BM"),
    SVG("svg+xml", 0, "<svg");

    private static final int TARGA_HEADER = 18;
    private static final Set<Byte> TARGA_TYPES = Set.of((byte) 1, (byte) 2, (byte) 3, (byte) 9, (byte) 10, (byte) 11);

    private final String subtype;
    private final int offset;
    private final byte[] bytes;

    ImageSignature(String subtype, int offset, String bytes) {
        this.subtype = subtype;
        this.offset = offset;
        this.bytes = bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @return the second part of the type, such as {@code png}; empty if it is not an image */
    static Optional<String> subtypeOf(byte[] content) {
        return Arrays.stream(values())
                .filter(signature -> signature.begins(content))
                .map(signature -> signature.subtype)
                .findFirst()
                .or(() -> targa(content) ? Optional.of("x-tga") : Optional.empty());
    }

    /** A Targa image has no signature, so that other bytes are taken for one (seen on 8.2.0). */
    private static boolean targa(byte[] content) {
        return content.length >= TARGA_HEADER
                && (content[1] == 0 || content[1] == 1)
                && TARGA_TYPES.contains(content[2])
                && depth(content[7])
                && depth(content[16])
                && (content[17] & 0xc0) == 0;
    }

    private static boolean depth(byte bits) {
        return bits >= 0 && bits <= 32;
    }

    private boolean begins(byte[] content) {
        int end = offset + bytes.length;
        return content.length >= end && Arrays.equals(content, offset, end, bytes, 0, bytes.length);
    }
}
