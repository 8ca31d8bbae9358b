package io.github.camelvtiger.simulator.document;

import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.store.Attachment;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.HtmlText;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code files_retrieve}: the content of an attachment; the id has the prefix of the module of its record
 * ({@code webservice.md §2, §10}). A document always gives its first file, whichever is asked for.
 */
public final class FilesRetrieveOperation implements Operation {

    private final CrmStore store;
    private final HtmlText html = new HtmlText();

    public FilesRetrieveOperation(CrmStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "files_retrieve";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        WebserviceId.check(call.parameter("id"), store.metadata());
        WebserviceId id = WebserviceId.of(call.parameter("id"));
        StoredRow record = store.attachments()
                .record(id.number())
                .flatMap(number -> store.entityTables().stream()
                        .flatMap(table -> table.live(number).stream())
                        .findFirst())
                .orElseThrow(() ->
                        new WebserviceException("RECORD_NOT_FOUND", "Record you are trying to access is not found"));
        ModuleMetadata module = id.module(store.metadata());
        if (record.module() != module) {
            throw new WebserviceException("INVALID_ID_ATTRIBUTE", "Id specified is incorrect");
        }
        if (!store.sharing().sees(module, call.user())) {
            throw WebserviceException.accessDenied("Permission to perform the operation is denied");
        }
        List<Attachment> attached = store.attachments().of(record.number());
        return attached.stream()
                .filter(file -> Kinds.of(module).firstFileOnly() || file.number() == id.number())
                .limit(1)
                .map(this::answer)
                .toList();
    }

    private Map<String, Object> answer(Attachment file) {
        boolean found = found(file);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("fileid", String.valueOf(file.number()));
        answer.put("filename", file.name());
        answer.put("filetype", file.type());
        answer.put("filesize", found ? (Object) file.content().length : (Object) Boolean.FALSE);
        answer.put("filecontents", found ? Base64.getEncoder().encodeToString(file.content()) : "");
        return answer;
    }

    /** The extension is part of the path on disk, and the server looks for it encoded. */
    private boolean found(Attachment file) {
        String extension = file.name().substring(file.name().lastIndexOf('.') + 1);
        return html.encode(extension).equals(extension);
    }
}
