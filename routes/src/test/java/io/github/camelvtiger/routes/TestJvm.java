package io.github.camelvtiger.routes;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command of a JVM of its own with the class path of the tests, for what is killed or needs a heap of its own. */
public final class TestJvm {

    /** Of a process that lives for seconds, the optimizing compiler and a parallel collector take more than they give. */
    static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Of a process that is killed nothing is watched but what it does, and hardly anything happens often enough to be compiled. */
    private static final List<String> UNWATCHED = List.of(
            "-XX:CompileThresholdScaling=10",
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
            // Netty asks Log4j all the same, whose configuration takes a while to be read.
            "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
            "-Dorg.apache.camel.jmx.disabled=true");

    private TestJvm() {}

    /** A process that is killed again and again, so that it must start fast: without logs and JMX. */
    public static ProcessBuilder unwatched(Class<?> main, String... arguments) {
        return of(main, UNWATCHED, List.of(arguments));
    }

    /** A process that can still be given a directory and places for its output. */
    public static ProcessBuilder of(Class<?> main, String... arguments) {
        return of(main, List.of(), List.of(arguments));
    }

    /** @param options of the JVM, besides those that a short life asks for */
    public static ProcessBuilder of(Class<?> main, List<String> options, List<String> arguments) {
        return of(main, ChildClasses.get(), options, arguments);
    }

    static ProcessBuilder of(Class<?> main, ChildClasses classes, List<String> options, List<String> arguments) {
        return new ProcessBuilder(Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        SHORT_LIVED,
                        classes.options(),
                        options,
                        List.of("-cp", classes.classPath(), main.getName()),
                        arguments)
                .flatMap(List::stream)
                .toList());
    }
}
