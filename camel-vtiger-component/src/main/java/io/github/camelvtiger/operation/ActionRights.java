package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.crm.Capability;
import io.github.camelvtiger.crm.Files;
import io.github.camelvtiger.crm.Lookups;
import io.github.camelvtiger.crm.ModuleLimits;
import java.util.List;
import java.util.Optional;

/** For which modules the user may do an action, as {@code describe} reports it, and what the server must be capable of. */
final class ActionRights {

    private ActionRights() {}

    /** Whether the action is about a module at all. */
    static boolean areOfAModule(CrmAction action) {
        return switch (action.operation()) {
            case LIST_TYPES, ME, CONNECTIONS -> false;
            default -> true;
        };
    }

    static boolean allow(CrmAction action, ModuleDescription module) {
        List<String> only = onlyModules(action);
        return (only.isEmpty() || only.contains(module.name())) && isGranted(action, module);
    }

    private static boolean isGranted(CrmAction action, ModuleDescription module) {
        return switch (action.operation()) {
            case CREATE -> isGranted(module, "createable") && ModuleLimits.mayBeCreated(module.name());
            case UPSERT ->
                isGranted(module, "createable")
                        && isGranted(module, "updateable")
                        && ModuleLimits.mayBeCreated(module.name());
            case UPLOAD -> isGranted(module, action == CrmAction.UPLOAD_IMAGE ? "updateable" : "createable");
            case REVISE, ADD_RELATED, DELETE_RELATED, CONVERT_LEAD -> isGranted(module, "updateable");
            case DELETE -> isGranted(module, "deleteable");
            case DESCRIBE, JSON_SCHEMA, RELATED_TYPES, LIST_TYPES, ME, CONNECTIONS -> true;
            default -> isGranted(module, "retrieveable");
        };
    }

    /** What a server does not say is for it to refuse. */
    private static boolean isGranted(ModuleDescription module, String right) {
        Object granted = module.raw().get(right);
        return granted == null || !List.of("false", "0", "").contains(granted.toString());
    }

    /** The modules to which the action is limited; empty for all. */
    static List<String> onlyModules(CrmAction action) {
        return switch (action) {
            case UPLOAD_DOCUMENT, DOWNLOAD_FILE -> List.of(Files.DOCUMENTS);
            case CONVERT_LEAD -> List.of("Leads");
            case UPLOAD_IMAGE -> UploadHandler.WITH_IMAGES.stream().sorted().toList();
            case FIND_BY_PHONE_OR_EMAIL -> Lookups.MODULES;
            default -> List.of();
        };
    }

    /** What not every server can do; empty for what they all can. */
    static Optional<Capability> needed(CrmAction action) {
        return Optional.ofNullable(
                switch (action.operation()) {
                    case SYNC -> Capability.SYNC;
                    case CONVERT_LEAD -> Capability.CONVERT_LEAD;
                    case DOWNLOAD -> Capability.FILES_RETRIEVE;
                    case RELATED_TYPES -> Capability.RELATED_TYPES;
                    case RETRIEVE_RELATED, QUERY_RELATED -> Capability.QUERY_RELATED;
                    case ADD_RELATED -> Capability.ADD_RELATED;
                    case DELETE_RELATED -> Capability.DELETE_RELATED;
                    default -> null;
                });
    }
}
