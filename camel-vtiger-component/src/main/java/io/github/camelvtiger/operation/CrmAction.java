package io.github.camelvtiger.operation;

import static io.github.camelvtiger.operation.CrmAction.Input.ID;
import static io.github.camelvtiger.operation.CrmAction.Input.MODULE;
import static io.github.camelvtiger.operation.CrmAction.Input.QUERY;
import static io.github.camelvtiger.operation.CrmAction.Input.RECORD;

import io.github.camelvtiger.VtigerOperation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The actions that {@code run} executes by key, with what each of them needs to know. */
enum CrmAction {
    CREATE_RECORD(
            "create-record",
            VtigerOperation.CREATE,
            "Create a record of a module.",
            List.of(MODULE, RECORD),
            "create make new add insert register"),
    RETRIEVE_RECORD(
            "retrieve-record",
            VtigerOperation.RETRIEVE,
            "Read one record by its id.",
            List.of(ID),
            "retrieve read get fetch show open load one"),
    UPDATE_RECORD(
            "update-record",
            VtigerOperation.REVISE,
            "Change the given fields of a record and leave the others.",
            List.of(ID, RECORD),
            "update change edit modify revise set correct"),
    DELETE_RECORD(
            "delete-record",
            VtigerOperation.DELETE,
            "Move a record to the recycle bin.",
            List.of(ID),
            "delete remove erase drop bin trash"),
    QUERY_RECORDS(
            "query-records",
            VtigerOperation.QUERY,
            "Find records with a query in Vtiger's query language.",
            List.of(QUERY),
            "query search find select list filter where all"),
    DESCRIBE_MODULE(
            "describe-module",
            VtigerOperation.DESCRIBE,
            "Describe the fields of a module: their types, and which of them are mandatory.",
            List.of(MODULE),
            "describe fields field schema structure columns mandatory picklist"),
    LIST_MODULES(
            "list-modules",
            VtigerOperation.LIST_TYPES,
            "List the modules that the user may see.",
            List.of(),
            "list modules module types available which"),
    GET_CURRENT_USER(
            "get-current-user",
            VtigerOperation.ME,
            "Show who the connection's user is.",
            List.of(),
            "who me current user login whoami myself");

    private final String key;
    private final VtigerOperation operation;
    private final String description;
    private final List<Input> inputs;
    private final Set<String> words;

    CrmAction(String key, VtigerOperation operation, String description, List<Input> inputs, String words) {
        this.key = key;
        this.operation = operation;
        this.description = description;
        this.inputs = inputs;
        this.words = Set.of(words.split(" "));
    }

    /** What an action may need; all that it names is mandatory. */
    enum Input {
        MODULE,
        ID,
        RECORD,
        QUERY;

        String jsonName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Optional<CrmAction> find(String key) {
        return Arrays.stream(values()).filter(action -> action.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    VtigerOperation operation() {
        return operation;
    }

    String description() {
        return description;
    }

    List<Input> inputs() {
        return inputs;
    }

    /** Words of an intent that speak for this action. */
    Set<String> words() {
        return words;
    }

    boolean reads() {
        return switch (operation) {
            case RETRIEVE, QUERY, DESCRIBE, LIST_TYPES, ME -> true;
            default -> false;
        };
    }
}
