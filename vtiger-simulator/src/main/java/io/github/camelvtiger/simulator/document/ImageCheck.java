package io.github.camelvtiger.simulator.document;

import io.github.camelvtiger.simulator.operation.UploadedFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether the server takes a file: images must be what their name and type say they are. */
final class ImageCheck {

    private static final Set<String> FORMATS = Set.of(
            "jpeg",
            "png",
            "jpg",
            "pjpeg",
            "x-png",
            "gif",
            "bmp",
            "vnd.adobe.photoshop",
            "tiff",
            "svg+xml",
            "x-eps",
            "x-dwg",
            "vnd.dwg",
            "webp",
            "x-ms-bmp",
            "ico",
            "vnd.microsoft.icon",
            "x-icon");

    private ImageCheck() {}

    /** Other files than images pass whatever they are called. */
    static boolean attachable(UploadedFile file) {
        return ImageSignature.subtypeOf(file.content()).isEmpty() || image(file);
    }

    /** Type, extension and content are those of an image, and no PHP is hidden in it. */
    static boolean image(UploadedFile file) {
        Optional<String> content = ImageSignature.subtypeOf(file.content());
        String named = file.type().equals("application/octet-stream")
                ? content.orElse("")
                : second(file.type()).toLowerCase(Locale.ROOT);
        return content.isPresent()
                && FORMATS.contains(content.get())
                && FORMATS.contains(named)
                && FORMATS.contains(extension(file.name()))
                && !file.name().startsWith(".")
                && !hidesPhp(file.content());
    }

    private static String second(String type) {
        String[] parts = type.split("/", -1);
        return parts.length < 2 ? "" : parts[1];
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean hidesPhp(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains("<?php");
    }
}
