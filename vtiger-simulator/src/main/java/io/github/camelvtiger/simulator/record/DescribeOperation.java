package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.journal.NearestName;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code describe}: the fields of a module ({@code webservice.md §6}). */
final class DescribeOperation implements Operation {

    private static final String DATE_FORMAT = "yyyy-mm-dd";

    private final CrmStore store;
    private final Metadata metadata;

    DescribeOperation(CrmStore store) {
        this.store = store;
        this.metadata = store.metadata();
    }

    @Override
    public String name() {
        return "describe";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        String name = call.parameter("elementType");
        ModuleMetadata module = metadata.module(name).orElseThrow(() -> WebserviceException.accessDenied(
                        "Permission to perform the operation is denied for name : " + name)
                .because(new Explanation(
                        "there is no module " + name,
                        NearestName.of(
                                        name,
                                        metadata.modules().stream()
                                                .map(ModuleMetadata::name)
                                                .toList())
                                .orElse(""))));
        if (!store.sharing().sees(module, call.user())) {
            throw WebserviceException.accessDenied("Permission to perform the operation is denied")
                    .because(AccessDenial.administratorsOnly(module, call.user()));
        }
        Map<String, Object> described =
                new LinkedHashMap<>(call.user().admin() ? module.described() : seenBy(call.user(), module));
        described.computeIfPresent("fields", (key, fields) -> Kinds.of(module).described((List<?>) fields, store));
        String format = call.user().preferences().dateFormat();
        String language = call.user().preferences().language();
        return new TranslatedLabels(metadata.languages(), language, name)
                .of(format.equals(DATE_FORMAT) ? described : withDates(described, format));
    }

    private static Map<String, Object> withDates(Map<String, Object> described, String format) {
        Map<String, Object> formatted = new LinkedHashMap<>(described);
        formatted.computeIfPresent("fields", (key, fields) -> ((List<?>) fields)
                .stream().map(field -> withDate((Map<?, ?>) field, format)).toList());
        return formatted;
    }

    private static Map<Object, Object> withDate(Map<?, ?> field, String format) {
        Map<Object, Object> formatted = new LinkedHashMap<>(field);
        formatted.computeIfPresent("type", (key, type) -> {
            Map<Object, Object> changed = new LinkedHashMap<>((Map<?, ?>) type);
            changed.replace("format", format);
            return changed;
        });
        return formatted;
    }

    private Map<String, Object> seenBy(CrmUser user, ModuleMetadata module) {
        Map<String, Object> described = new LinkedHashMap<>(module.described());
        described.put(
                "fields",
                metadata.fields(module, user.admin()).stream()
                        .map(FieldMetadata::described)
                        .filter(field -> !field.isEmpty())
                        .toList());
        if (!module.entity() || !Kinds.of(module).changedByOthers()) {
            for (String right : new String[] {"createable", "updateable", "deleteable"}) {
                described.put(right, false);
            }
        }
        return described;
    }
}
