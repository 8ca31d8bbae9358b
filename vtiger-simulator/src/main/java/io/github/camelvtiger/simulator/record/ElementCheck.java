package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.journal.NearestName;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.store.Collation;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.Sharing;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.List;
import java.util.Optional;

/** The checks of a sent element in the server's order: references, mandatory fields, owner, duplicates ({@code webservice.md §5}). */
final class ElementCheck {

    private final CrmStore store;

    ElementCheck(CrmStore store) {
        this.store = store;
    }

    void create(ModuleMetadata module, SentElement element, CrmUser user) {
        references(module, element, user, "Permission to access reference type is denied");
        ignoreEmptyReferences(module, element, user);
        allMandatory(module, element, user);
        owners(module, element, user);
        duplicates(module, 0, element, user);
    }

    /** An empty reference, and false is one, keeps its old value: it counts as not sent. */
    void update(StoredRow row, SentElement element, CrmUser user) {
        references(row.module(), element, user, "Permission to access reference type is denied ");
        ignoreEmptyReferences(row.module(), element, user);
        allMandatory(row.module(), element, user);
        owners(row.module(), element, user);
        duplicates(row.module(), row.number(), element, user);
    }

    void revise(StoredRow row, SentElement element, CrmUser user) {
        references(row.module(), element, user, "Permission to access reference type is denied ");
        sentMandatory(row.module(), element);
        owners(row.module(), element, user);
        duplicates(row.module(), row.number(), element, user);
    }

    private void references(ModuleMetadata module, SentElement element, CrmUser user, String denial) {
        Metadata metadata = store.metadata();
        for (FieldMetadata field : fields(module, user, "reference")) {
            String sent = element.string(field.name());
            if (element.structured(field.name())) {
                throw new ServerCrash("the value of " + field.name() + " is an array");
            }
            if (sent.isEmpty()) {
                continue;
            }
            WebserviceId.check(sent, metadata);
            ModuleMetadata target = WebserviceId.of(sent).module(metadata);
            if (!field.refersTo().contains(target.name())) {
                throw new WebserviceException("REFERENCE_INVALID", "Invalid reference specified for " + field.name())
                        .because(sent + " is of " + target.name() + ", the field refers to " + field.refersTo());
            }
            if (Kinds.of(target).referredAsOwner()) {
                assignable(module, sent, user);
            } else if (!store.sharing().sees(target, user)) {
                throw WebserviceException.accessDenied(denial + target.name());
            }
        }
    }

    private void ignoreEmptyReferences(ModuleMetadata module, SentElement element, CrmUser user) {
        fields(module, user, "reference").stream()
                .map(FieldMetadata::name)
                .filter(name ->
                        element.value(name) != null && element.string(name).isEmpty())
                .forEach(element::remove);
    }

    private void allMandatory(ModuleMetadata module, SentElement element, CrmUser user) {
        store.metadata().fields(module, user.admin()).stream()
                .filter(field -> field.mandatory() && !element.filled(field.name()))
                .findFirst()
                .ifPresent(field -> {
                    throw missing(field.name(), element);
                });
    }

    private static void sentMandatory(ModuleMetadata module, SentElement element) {
        for (String name : element.names()) {
            Optional<FieldMetadata> field = module.field(name);
            if (field.isPresent() && field.get().mandatory() && !element.filled(name)) {
                throw missing(name, element);
            }
        }
    }

    private static WebserviceException missing(String field, SentElement element) {
        return new WebserviceException("MANDATORY_FIELDS_MISSING", field + " does not have a value")
                .because(
                        element.has(field)
                                ? Explanation.of(field + " was sent empty")
                                : new Explanation(
                                        field + " was not sent, but " + element.names(),
                                        NearestName.of(field, element.names())
                                                .map(sent -> field + " instead of " + sent)
                                                .orElse("")));
    }

    private void owners(ModuleMetadata module, SentElement element, CrmUser user) {
        for (FieldMetadata field : fields(module, user, "owner")) {
            if (element.value(field.name()) != null) {
                assignable(module, element.text(field.name()), user);
            }
        }
    }

    /** Administrators may give a record to anybody, even to no user; others only to whom {@link Sharing} lets them. */
    private void assignable(ModuleMetadata module, String owner, CrmUser user) {
        if (!owner.isEmpty()) {
            WebserviceId.check(owner, store.metadata());
        }
        if (user.admin()) {
            return;
        }
        WebserviceId id = WebserviceId.of(owner);
        boolean named = id.number() > 0 || owner.matches("[^x]*x0+(x.*)?");
        boolean allowed = named && Kinds.of(id.module(store.metadata())).assignable(id.number(), module, user, store);
        if (!allowed) {
            throw WebserviceException.accessDenied("Cannot assign record to the given user");
        }
    }

    private void duplicates(ModuleMetadata module, long self, SentElement element, CrmUser user) {
        for (FieldMetadata field : module.fields()) {
            String sent = element.text(field.name());
            if (field.unique() && !sent.isBlank() && taken(module, self, field.name(), sent)) {
                throw new WebserviceException(0, duplicates(module, user))
                        .because("another record has this value of " + field.name());
            }
        }
    }

    /** One of the few messages of the API that are in the user's language. */
    private String duplicates(ModuleMetadata module, CrmUser user) {
        return store.metadata()
                .languages()
                .label(user.preferences().language(), module.name(), "Duplicate(s) detected!");
    }

    private boolean taken(ModuleMetadata module, long self, String field, String value) {
        return store.table(module.name())
                .live()
                .anyMatch(row -> row.number() != self && Collation.compare(row.value(field), value) == 0);
    }

    private List<FieldMetadata> fields(ModuleMetadata module, CrmUser user, String type) {
        return store.metadata().fields(module, user.admin()).stream()
                .filter(field -> field.type().equals(type))
                .toList();
    }
}
