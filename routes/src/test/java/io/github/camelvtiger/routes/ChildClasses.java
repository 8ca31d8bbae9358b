package io.github.camelvtiger.routes;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The class path of child processes as jars, and an archive of the classes that the application loads: with it a process need not read and
 * check thousands of them. Both are made once for all JVMs of a build, in {@code target/child-jvm}. If that fails, processes do without, and start
 * more slowly.
 *
 * @param options of the JVM that use the archive
 */
record ChildClasses(String classPath, List<String> options) {

    private static final Path DIRECTORY = Path.of("target", "child-jvm").toAbsolutePath();
    private static final String PATH = System.getProperty("java.class.path");
    private static final long LONGEST_TRAINING_SECONDS = 240;

    /** Made when a JVM starts its first process. */
    private static final class Made {
        private static final ChildClasses CLASSES = make();
    }

    static ChildClasses get() {
        return Made.CLASSES;
    }

    private static ChildClasses make() {
        try {
            Files.createDirectories(DIRECTORY);
            try (FileChannel lock = FileChannel.open(
                            DIRECTORY.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock.lock()) {
                Path made = Files.createDirectories(DIRECTORY.resolve(fingerprint()));
                String jars = entries()
                        .map(entry -> jar(entry, made).toString())
                        .collect(Collectors.joining(File.pathSeparator));
                Path archive = made.resolve("classes.jsa");
                // After one attempt that failed, there is an empty one.
                if (held.isValid() && !Files.exists(archive)) {
                    archive(jars, archive);
                }
                return new ChildClasses(
                        jars,
                        Files.size(archive) == 0
                                ? List.of()
                                : List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive));
            }
        } catch (IOException | InterruptedException unusable) {
            return new ChildClasses(PATH, List.of());
        }
    }

    private static Stream<Path> entries() {
        return Stream.of(PATH.split(File.pathSeparator)).map(Path::of).filter(Files::exists);
    }

    /** Changes with anything on the class path. */
    private static String fingerprint() throws IOException {
        CRC32 sum = new CRC32();
        for (Path entry : entries().toList()) {
            try (Stream<Path> files = Files.walk(entry)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    sum.update((file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file))
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return Long.toHexString(sum.getValue());
    }

    /** The classes of a directory cannot be archived. */
    private static Path jar(Path entry, Path made) {
        if (!Files.isDirectory(entry)) {
            return entry;
        }
        Path module = entry.getParent().getParent().getFileName();
        Path jar = made.resolve(module + "-" + entry.getFileName() + ".jar");
        if (!Files.exists(jar)) {
            int failed = ToolProvider.findFirst("jar")
                    .map(tool -> tool.run(
                            System.out,
                            System.err,
                            "--create",
                            "--no-compress",
                            "--file=" + jar,
                            "-C",
                            entry.toString(),
                            "."))
                    .orElse(1);
            return failed == 0 ? jar : entry;
        }
        return jar;
    }

    /** Lets the demo run once, and keeps the classes that it loaded. */
    private static void archive(String jars, Path archive) throws IOException, InterruptedException {
        Path unfinished = archive.resolveSibling("unfinished.jsa");
        Path directory = Files.createTempDirectory(archive.getParent(), "demo");
        Process demo = TestJvm.of(
                        RoutesApplication.class,
                        new ChildClasses(jars, List.of("-XX:ArchiveClassesAtExit=" + unfinished)),
                        List.of(),
                        List.of("--once"))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("demo.out").toFile())
                .start();
        boolean ended = demo.waitFor(LONGEST_TRAINING_SECONDS, TimeUnit.SECONDS);
        demo.destroyForcibly().waitFor();
        if (ended && Files.exists(unfinished)) {
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.createFile(archive);
        }
    }
}
