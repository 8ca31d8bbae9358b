package io.github.camelvtiger.routes.sync.definition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What came of one sync file: bytes become YAML, YAML a definition.
 *
 * @param name also of a file with faults
 * @param sync empty if nothing could be made of the file
 */
record ParsedFile(Path path, String name, Optional<SyncFile> sync, List<SyncFault> faults) {

    static ParsedFile read(Path path, UnaryOperator<String> placeholders) {
        Faults faults = new Faults(path);
        String name = SyncReader.nameOf(path);
        Optional<SyncFile> sync = Optional.empty();
        try {
            byte[] bytes = Files.readAllBytes(path);
            Optional<Node> root = compose(bytes, faults);
            Optional<Section> file = root.flatMap(node -> Section.of("the sync file", node, faults, placeholders));
            if (file.isPresent()) {
                SyncReader reader = new SyncReader(path, file.get());
                Optional<SyncDefinition> definition = reader.read(sha256(bytes));
                name = definition.map(SyncDefinition::name).orElse(name);
                sync = definition.map(read -> new SyncFile(read, root.get()));
            }
        } catch (IOException unreadable) {
            faults.add(1, 1, "The file cannot be read (" + unreadable.getMessage() + "); correct its rights.");
        }
        return new ParsedFile(path, name, sync, faults.found());
    }

    /** The only document in the bytes; empty if there is a fault. */
    static Optional<Node> compose(byte[] bytes, Faults faults) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            faults.add(1, 1, "The file is not UTF-8; save it in that encoding.");
            return Optional.empty();
        }
        try {
            Iterator<Node> documents = new Compose(
                            // Such a key is what YAML makes of a placeholder without quotes, and gets a sentence of its
                            // own.
                            LoadSettings.builder().setAllowNonScalarKeys(true).build())
                    .composeAllFromString(text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .iterator();
            if (!documents.hasNext()) {
                faults.add(1, 1, "The file is empty; write 'from' and 'to', or remove it.");
                return Optional.empty();
            }
            Node first = documents.next();
            if (documents.hasNext()) {
                faults.add(documents.next(), "A file has one sync; put what follows '---' into a file of its own.");
                return Optional.empty();
            }
            return Optional.of(first);
        } catch (MarkedYamlEngineException notYaml) {
            Optional<Mark> mark = notYaml.getProblemMark().or(notYaml::getContextMark);
            faults.add(
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    "The file is not YAML: " + notYaml.getProblem() + "; look at the indentation and quotes before this"
                            + " place.");
            return Optional.empty();
        } catch (YamlEngineException notYaml) {
            faults.add(1, 1, "The file is not YAML: " + notYaml.getMessage().replaceAll("\\.?\\s*$", "."));
            return Optional.empty();
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
