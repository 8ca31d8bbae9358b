package io.github.camelvtiger.routes.settings;

import java.nio.charset.Charset;
import java.util.Optional;

/** An encoding that this JVM knows. */
final class CharsetName implements Check {

    @Override
    public Optional<String> fault(String value) {
        return isKnown(value)
                ? Optional.empty()
                : Optional.of("which is not an encoding that Java knows; write for example UTF-8 or windows-1252");
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
