package io.github.camelvtiger.routes.once;

import java.util.Optional;

/** Something that may still be to do before the application can stop. */
@FunctionalInterface
public interface Leftover {

    /** What is left, in words; empty when nothing is. */
    Optional<String> left();
}
