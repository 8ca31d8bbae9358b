package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.protocol.ServerCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Makes an Account, a Contact and a Potential of a Lead ({@code webservice.md §10}). The server is careless with what it is
 * sent: it fills mandatory fields with question marks, ignores what it does not know, reports success where it did
 * nothing, and leaves what it has made if it fails over the rest. So all is checked before.
 */
public final class LeadConversion {

    private static final List<String> MODULES = List.of("Accounts", "Contacts", "Potentials");
    private static final String OWNER = "assigned_user_id";
    private static final String COMPANY = "company";
    private static final String ASSIGNED = "assignedTo";
    private static final String HEIR = "transferRelatedRecordsTo";
    private static final String ENTITIES = "entities";

    /** Fields of a Lead that have another name in what it becomes. */
    private static final Map<String, String> FROM_LEAD = Map.of("accountname", COMPANY, "potentialname", COMPANY);

    private final VtigerClient client;
    private final Denials denials;
    private final Capabilities capabilities;

    LeadConversion(VtigerClient client, Denials denials, Capabilities capabilities) {
        this.client = client;
        this.denials = denials;
        this.capabilities = capabilities;
    }

    /**
     * @param element as the server takes it; without {@code entities} the Lead becomes a Contact, and an Account if it has a
     *     company
     * @return id by module
     */
    public CompletableFuture<Map<String, Object>> convert(RecordId lead, Map<String, ?> element) {
        FailureContext context = FailureContext.of("convertlead", "Leads", lead.toString());
        return capabilities.require(Capability.CONVERT_LEAD, context).thenCompose(able -> client.retrieve(lead)
                .thenCompose(record -> requireOwner(element.get(ASSIGNED), context)
                        .thenCompose(owner -> complete(lead, element, record, context)))
                .thenCompose(whole -> send(lead, able.parameter(), whole, context)));
    }

    private CompletableFuture<Map<String, Object>> send(
            RecordId lead, String parameter, Map<String, Object> element, FailureContext context) {
        ServerCall call = ServerCall.write(
                "convertlead", null, lead.toString(), Map.of(parameter.isEmpty() ? "element" : parameter, element));
        return denials.explained(call).thenApply(answer -> {
            Map<String, Object> made = Results.map(answer.result());
            if (made.isEmpty()) {
                throw new ServerFailureException(
                        "The server reported success and converted nothing of the Lead " + lead
                                + "; look into its log.",
                        context);
            }
            return made;
        });
    }

    /** The server fails over an owner that does not exist after it has begun to write. */
    private CompletableFuture<Void> requireOwner(Object owner, FailureContext context) {
        String id = Results.text(owner);
        if (id.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        RecordId parsed = RecordId.parse(id);
        return client.moduleOf(parsed).thenCompose(module -> {
            if (module.filter(name -> name.equals("Users") || name.equals("Groups"))
                    .isEmpty()) {
                // Ordinary users do not see the module Users.
                return client.idPrefix("Users").thenAccept(prefix -> {
                    if (!prefix.equals(Optional.of(parsed.prefix()))) {
                        throw noOwner(id, context);
                    }
                });
            }
            return client.query("select id from " + module.get() + " where id = '" + parsed + "'")
                    .thenAccept(found -> {
                        if (found.isEmpty()) {
                            throw noOwner(id, context);
                        }
                    });
        });
    }

    private static InvalidRecordException noOwner(String id, FailureContext context) {
        return new InvalidRecordException(
                "The owner " + ASSIGNED + "=" + id + " is not a user or group of the CRM; nothing was sent.", context);
    }

    private CompletableFuture<Map<String, Object>> complete(
            RecordId lead, Map<String, ?> element, Map<String, Object> record, FailureContext context) {
        Map<String, Map<String, Object>> entities = entities(element.get(ENTITIES), record, context);
        Map<String, Object> whole = new LinkedHashMap<>(element);
        whole.put("leadId", lead.toString());
        whole.put(ENTITIES, entities);
        List<String> made = entities.entrySet().stream()
                .filter(entity -> isMade(entity.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!made.contains("Accounts") && !made.contains("Contacts")) {
            throw invalid(
                    "a Lead is converted into an Account or a Contact at least; name one of them in entities", context);
        }
        String heir = Results.text(element.get(HEIR));
        if (!heir.isEmpty() && !(made.contains(heir) && !heir.equals("Potentials"))) {
            throw invalid(
                    HEIR + "=" + heir + " must be Accounts or Contacts, and one of the entities that are made",
                    context);
        }
        CompletableFuture<Void> checked = CompletableFuture.completedFuture(null);
        for (String module : made) {
            checked = checked.thenCompose(before -> client.describe(module))
                    .thenAccept(description -> check(description, entities.get(module), record, context));
        }
        return checked.thenApply(done -> whole);
    }

    private static Map<String, Map<String, Object>> entities(
            Object given, Map<String, Object> lead, FailureContext context) {
        Map<String, Map<String, Object>> entities = new LinkedHashMap<>();
        if (given == null) {
            if (!Results.text(lead.get(COMPANY)).isBlank()) {
                entities.put("Accounts", new LinkedHashMap<>());
            }
            entities.put("Contacts", new LinkedHashMap<>());
        } else if (given instanceof Map<?, ?> named) {
            named.forEach(
                    (module, values) -> entities.put(String.valueOf(module), new LinkedHashMap<>(Results.map(values))));
        } else if (given instanceof List<?> names) {
            names.forEach(module -> entities.put(String.valueOf(module), new LinkedHashMap<>()));
        } else {
            throw invalid("entities must be an object with the values of each module, or a list of modules", context);
        }
        entities.forEach((module, values) -> {
            if (!MODULES.contains(module)) {
                throw invalid(
                        "entities names " + module + ", but a Lead becomes " + String.join(", ", MODULES) + " only",
                        context);
            }
            values.putIfAbsent("create", true);
            values.put("name", module);
        });
        return entities;
    }

    private static boolean isMade(Map<String, Object> entity) {
        Object create = entity.get("create");
        return create != null && !List.of("", "0", "false").contains(String.valueOf(create));
    }

    /** An account of the Lead's company is found again only if it is named. */
    private static void check(
            ModuleDescription module, Map<String, Object> entity, Map<String, Object> lead, FailureContext context) {
        for (Field field : module.fields()) {
            String source = FROM_LEAD.getOrDefault(field.name(), field.name());
            boolean given = !Results.text(entity.get(field.name())).isBlank();
            boolean mapped = !Results.text(lead.get(source)).isBlank();
            if (!given && mapped && FROM_LEAD.containsKey(field.name())) {
                entity.put(field.name(), lead.get(source));
            }
            // Which fields of one's own are taken over from the Lead is a setting of the CRM.
            boolean own = field.name().startsWith("cf_");
            if (field.mandatory() && !own && !given && !mapped && !field.name().equals(OWNER)) {
                throw invalid(
                        "the field " + field.name() + " of " + module.name()
                                + " is mandatory, and neither entities nor the Lead has a value for it",
                        context);
            }
        }
        String unknown = entity.keySet().stream()
                .filter(name -> !name.equals("create") && !name.equals("name"))
                .filter(name -> module.field(name).isEmpty())
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw invalid(module.name() + " has no field " + unknown, context);
        }
    }

    private static InvalidRecordException invalid(String what, FailureContext context) {
        return new InvalidRecordException(
                "The Lead " + context.recordId() + " was not converted: " + what + ".", context);
    }
}
