package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Records by id, as somebody: the one path of all saves, whether they come by HTTP or from the same process. Every
 * method fails with {@link WebserviceException} or {@link ServerCrash} as the operation of that name does.
 */
public final class Records {

    /** An update writes the description it has read encoded, where none is sent ({@code change-feed.md §5}). */
    private static final Set<String> DESCRIPTION_REENCODED = Set.of("Contacts", "HelpDesk");

    private final CrmStore store;
    private final RecordWriter writer;
    private final RecordAccess access;
    private final ElementCheck check;
    private final StoredTexts texts;
    private final RecordAnswer answer;
    private final HtmlText html = new HtmlText();

    public Records(CrmStore store, RecordWriter writer) {
        this.store = store;
        this.writer = writer;
        this.access = new RecordAccess(store);
        this.check = new ElementCheck(store);
        this.texts = new StoredTexts(store);
        this.answer = new RecordAnswer(store, html);
    }

    Map<String, Object> create(String moduleName, SentElement element, CrmUser user) throws InterruptedException {
        ModuleMetadata module = access.creatable(moduleName, user);
        check.create(module, element, user);
        return answer.of(writer.create(module, texts.create(module, element, user), user), user);
    }

    public Map<String, Object> create(String moduleName, Map<String, String> fields, CrmUser user)
            throws InterruptedException {
        return create(moduleName, SentElement.of(fields), user);
    }

    public Map<String, Object> retrieve(String id, CrmUser user) {
        return answer.of(access.readable(id, user), user);
    }

    Map<String, Object> update(SentElement element, CrmUser user) throws InterruptedException {
        StoredRow row = access.writable(element.text("id"), user);
        check.update(row, element, user);
        Map<String, String> changes = new LinkedHashMap<>(texts.change(row.module(), element, user));
        if (DESCRIPTION_REENCODED.contains(row.module().name()) && !element.has("description")) {
            changes.put("description", html.encode(row.value("description")));
        }
        return changed(row, changes, user);
    }

    /** Every sent text is decoded once more ({@code webservice.md §5}). */
    Map<String, Object> revise(SentElement element, CrmUser user) throws InterruptedException {
        StoredRow row = access.writable(element.text("id"), user);
        check.revise(row, element, user);
        return changed(row, texts.change(row.module(), element.map(html::decode), user), user);
    }

    public Map<String, Object> revise(Map<String, String> fields, CrmUser user) throws InterruptedException {
        return revise(SentElement.of(fields), user);
    }

    public void delete(String id, CrmUser user) {
        writer.delete(access.writable(id, user), user);
    }

    private Map<String, Object> changed(StoredRow row, Map<String, String> changes, CrmUser user)
            throws InterruptedException {
        writer.change(row, changes, user);
        return answer.of(store.table(row.module().name()).rows().getOrDefault(row.number(), row), user);
    }
}
