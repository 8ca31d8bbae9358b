package io.github.camelvtiger.simulator.document;

import io.github.camelvtiger.simulator.document.UploadPlan.Earlier;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.UploadedFile;
import io.github.camelvtiger.simulator.record.FileSaves.FileSave;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.HtmlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The file of a document: in the CRM ({@code filelocationtype} I), somewhere else (E, the name is an address), or none,
 * in which case all that is known of a file is wiped out by every save. The part {@code filename} says what the fields
 * show; attached is every part ({@code webservice.md §10}).
 */
final class DocumentFiles {

    private static final String INTERNAL = "I";
    private static final String EXTERNAL = "E";
    private static final Pattern ADDRESS = Pattern.compile("^(\\w{1,5}://|\\w{0,3}:?\\\\\\\\).*", Pattern.DOTALL);

    private final CrmStore store;
    private final HtmlText html = new HtmlText();

    DocumentFiles(CrmStore store) {
        this.store = store;
    }

    FileSave create(ModuleMetadata module, UnaryOperator<String> sent, List<UploadedFile> files) {
        Optional<FileFields> named = sent.apply("filename").isEmpty()
                ? Optional.empty()
                : Optional.of(new FileFields(
                        sent.apply("filename"), sent.apply("filesize"), sent.apply("filetype"), INTERNAL, "0"));
        FileFields fields = fields(sent, files, named.orElse(FileFields.NO_FILE_YET));
        return plan(module, fields, Earlier.KEPT, files);
    }

    /** Of what is known of a file a save without one changes no more than its name. */
    FileSave change(StoredRow row, Map<String, String> changes, List<UploadedFile> files) {
        String name = changes.getOrDefault("filename", "");
        FileFields before = new FileFields(
                name.isEmpty() ? row.value("filename") : name,
                row.value("filesize"),
                row.value("filetype"),
                changes.getOrDefault("filelocationtype", row.value("filelocationtype")),
                row.value("filedownloadcount"));
        FileFields fields = fields(row.with(changes)::value, files, before);
        return plan(row.module(), fields, Earlier.REPLACED, files);
    }

    private static FileFields fields(UnaryOperator<String> field, List<UploadedFile> files, FileFields withoutFile) {
        return switch (field.apply("filelocationtype")) {
            case INTERNAL ->
                files.stream()
                        .filter(file -> file.field().equals("filename") && !file.array())
                        .findFirst()
                        .map(file -> uploaded(file, files))
                        .orElse(withoutFile);
            case EXTERNAL -> new FileFields(address(field.apply("filename")), "0", "", EXTERNAL, "");
            default -> FileFields.NONE;
        };
    }

    /** A file without content shows nothing, and hides what another part may have brought. */
    private static FileFields uploaded(UploadedFile file, List<UploadedFile> files) {
        boolean any = files.stream().anyMatch(other -> !other.array() && other.content().length > 0);
        return any
                ? new FileFields(
                        UploadName.kept(file.name()), String.valueOf(file.content().length), file.type(), INTERNAL, "")
                : FileFields.NONE;
    }

    private static String address(String sent) {
        return sent.isEmpty() || ADDRESS.matcher(sent.strip()).matches() ? sent : "http://" + sent;
    }

    private FileSave plan(ModuleMetadata module, FileFields fields, Earlier earlier, List<UploadedFile> files) {
        boolean internal = fields.location().equals(INTERNAL);
        return new UploadPlan(
                store,
                module,
                fields.texts(module, html),
                internal ? earlier : Earlier.REMOVED,
                internal ? untilTheFirstRefused(files) : List.of(),
                UploadName::kept,
                "");
    }

    private static List<UploadedFile> untilTheFirstRefused(List<UploadedFile> files) {
        List<UploadedFile> taken = new ArrayList<>();
        for (UploadedFile file : files) {
            if (file.array() || file.content().length == 0) {
                continue;
            }
            if (!ImageCheck.attachable(file)) {
                break;
            }
            taken.add(file);
        }
        return taken;
    }

    private record FileFields(String name, String size, String type, String location, String downloads) {

        static final FileFields NONE = new FileFields("", "0", "", "", "");
        static final FileFields NO_FILE_YET = new FileFields("", "0", "", INTERNAL, "");

        Map<String, String> texts(ModuleMetadata module, HtmlText html) {
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put("filename", html.decode(name));
            texts.put("filesize", size.isEmpty() ? "0" : size);
            texts.put("filetype", type);
            texts.put("filelocationtype", location);
            texts.put("filedownloadcount", downloads);
            texts.replaceAll((field, text) -> text.isEmpty()
                    ? text
                    : ColumnText.of(module.field(field).orElseThrow().column(), text));
            return texts;
        }
    }
}
