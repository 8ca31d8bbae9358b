package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.client.UploadedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of documents, images, comments and tickets. */
final class FileCalls implements Subject {

    /** Which parts each module reads, the right one first (webservice.md §10). */
    private static final Map<String, List<String>> PARTS = Map.of(
            "Documents", List.of("filename", "filename", "file"),
            "Contacts", List.of("imagename[]", "imagename[]", "imagename"),
            "Products", List.of("imagename[]", "imagename[]", "other"),
            "ModComments", List.of("filename[]", "filename[]", "filename"),
            "HelpDesk", List.of("file", "filename", "attachment[]"),
            "Accounts", List.of("file"));

    private static final List<String> NAMES = List.of(
            "note.txt",
            "pic.png",
            "a b.txt",
            "x.php",
            "Ünïcode.txt",
            "quo'te.txt",
            "noextension",
            "two.dots.tar.gz",
            "c.html");
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Override
    public String name() {
        return "files";
    }

    @Override
    public int weight() {
        return 8;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        List<String> names = new ArrayList<>(PARTS.keySet());
        names.sort(null);
        Optional<MadeRecord> made = script.record(draw, names);
        if (made.isPresent() && draw.percent(30)) {
            return Optional.of(read(draw, made.get()));
        }
        if (made.isPresent() && draw.percent(40)) {
            ModuleShape module = script.module(made.get().module()).orElseThrow();
            ObjectNode element = Elements.part(draw, made.get(), module, script);
            return Optional.of(
                    Step.post(files(draw, module), draw.of("revise", "update"), "element", element.toString()));
        }
        List<ModuleShape> modules = script.modules(names);
        return modules.isEmpty() ? Optional.empty() : Optional.of(create(draw, draw.of(modules), script));
    }

    private static Step read(Draw draw, MadeRecord made) {
        return draw.percent(60)
                ? Step.get("retrieve", "id", made.symbol())
                : Step.get("files_retrieve", "id", draw.of(made.symbol(), "15x0", "abc", ""));
    }

    private static Step create(Draw draw, ModuleShape module, Script script) {
        ObjectNode element = Elements.whole(draw, module, script);
        if (module.name().equals("Documents")) {
            element.put("filelocationtype", draw.of("I", "I", "I", "E", ""));
            element.put("filestatus", "1");
            if (draw.percent(30)) {
                element.put("filename", draw.of("http://example.com/x", "sent.txt"));
            }
        }
        return Step.post(files(draw, module), "create", "elementType", module.name(), "element", element.toString())
                .making(module.name());
    }

    private static List<UploadedFile> files(Draw draw, ModuleShape module) {
        List<UploadedFile> files = new ArrayList<>();
        int count = draw.of(0, 1, 1, 1, 2);
        String part = draw.of(PARTS.get(module.name()));
        for (int i = 0; i < count; i++) {
            files.add(new UploadedFile(
                    part,
                    draw.of(NAMES),
                    draw.of("text/plain", "image/png", "application/octet-stream", ""),
                    content(draw)));
        }
        return files;
    }

    private static byte[] content(Draw draw) {
        return switch (draw.below(6)) {
            case 0 -> new byte[0];
            case 1 -> everyByte();
            case 2 -> "<?php echo 1; ?>".getBytes(StandardCharsets.UTF_8);
            case 3, 4 -> PIXEL;
            default -> "Some text.\n".getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
