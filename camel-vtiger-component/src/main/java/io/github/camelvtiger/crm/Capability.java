package io.github.camelvtiger.crm;

import java.util.Arrays;
import java.util.Optional;

/**
 * What some servers can do and others cannot, whatever version they report ({@code releases.md}), with what an
 * administrator can do about it.
 */
public enum Capability {
    SYNC(
            "sync",
            Reasons.NO_RESULT,
            "an administrator can register its third parameter (SQL: insert into vtiger_ws_operation_parameters"
                    + " (operationid, name, type, sequence) select operationid, 'syncType', 'String', 3 from"
                    + " vtiger_ws_operation where name = 'sync') and, before Vtiger 8.4, " + Cures.BY_POSITION
                    + "; " + Cures.FEED),
    LOGOUT(
            "logout",
            Reasons.NO_RESULT,
            Cures.IDLE
                    + "; an administrator can register its parameter under the name sessionId (table"
                    + " vtiger_ws_operation_parameters), or " + Cures.BY_POSITION),
    CONVERT_LEAD(
            "convertlead",
            Reasons.NO_RESULT,
            "an administrator can " + Cures.BY_POSITION
                    + ", or update the CRM to 8.4; if that does not help, its registration is that of Vtiger 6: delete the"
                    + " operation's rows from vtiger_ws_operation_parameters, and insert one with the name element, the"
                    + " type encoded and the sequence 1"),
    FILES_RETRIEVE(
            "files_retrieve",
            Reasons.NO_RESULT,
            "an administrator can " + Cures.BY_POSITION + ", or update the CRM to 8.4"),
    RETRIEVE_INVENTORY(
            "retrieve_inventory", Reasons.NO_RESULT, Cures.RETRIEVE + "; an administrator can " + Cures.BY_POSITION),
    COUNT(
            "count(*)",
            "the server answers a count of records with no row, as Vtiger 8.3.0 does",
            "records are counted by reading their ids; an administrator can correct the condition in"
                    + " VtigerModuleOperation::query (include/Webservices/VtigerModuleOperation.php): isset(…) && instead"
                    + " of !isset(…) || in front of the check of the id column"),
    ORDERS(
            "orders",
            "the server refuses to create Quotes, SalesOrder, PurchaseOrder and Invoice, and fails over changes of their"
                    + " line items before it computes the totals, as Vtiger 8.3.0 does",
            "an administrator can correct constructFocusObject in"
                    + " include/Webservices/LineItem/VtigerInventoryOperation.php, so that it takes an id apart only if"
                    + " there is one, or update the CRM"),
    OWNERS(
            "owners",
            "the server refuses the owner that an ordinary user set, as Vtiger 7.5 to 8.2 do for all but the user's own"
                    + " id",
            "let the integration be a user who is an administrator, or leave assigned_user_id out"),
    RELATED_TYPES("relatedtypes", Reasons.NOT_REGISTERED, Cures.UPGRADE_STEP),
    RETRIEVE_RELATED("retrieve_related", Reasons.NOT_REGISTERED, Cures.UPGRADE_STEP),
    QUERY_RELATED("query_related", Reasons.NOT_REGISTERED, Cures.UPGRADE_STEP),
    ADD_RELATED("add_related", Reasons.NOT_REGISTERED, Cures.UPGRADE_STEP),
    DELETE_RELATED(
            "delete_related",
            "the operation is not registered; of all Vtigers only Vtiger Cloud has it",
            "where the relation is a field of one of the two records, empty that field with revise; otherwise remove the"
                    + " relation in the CRM's own pages"),
    LOOKUP(
            "lookup",
            "the operation is not registered; of all Vtigers only Vtiger Cloud has it",
            "vtiger:lookup asks with queries instead");

    private final String key;
    private final String reason;
    private final String cure;

    Capability(String key, String reason, String cure) {
        this.key = key;
        this.reason = reason;
        this.cure = cure;
    }

    private static final class Reasons {
        static final String NO_RESULT =
                "the server answers the operation with HTTP 500 or an empty body and no result, as Vtiger does on PHP 8 for"
                        + " operations whose registered parameters are not those of its code";
        static final String NOT_REGISTERED = "the server does not have the operation";
    }

    private static final class Cures {
        static final String BY_POSITION =
                "let include/Webservices/OperationManager.php pass arguments by position (its first call becomes"
                        + " call_user_func_array($this->handlerMethod, array_values($params)))";
        static final String FEED = "the consumer vtiger:changes does not need it";
        static final String IDLE = "sessions then end when they have not been used for some time";
        static final String RETRIEVE = "use retrieve, which answers the same";
        static final String UPGRADE_STEP =
                "an upgrade of the CRM registers it, in the steps to 7.0 and 7.1; an administrator can look for it in the"
                        + " table vtiger_ws_operation";
    }

    /** As an administrator finds it: the operation's registered name where it is one, such as {@code convertlead}. */
    public String key() {
        return key;
    }

    /** Whether an attempt to write shows it only; then no probe can. */
    public boolean shownByWritesOnly() {
        return this == ORDERS || this == OWNERS;
    }

    /** By the name of an operation of the server, in lower case; empty for operations that all servers have. */
    public static Optional<Capability> ofOperation(String operation) {
        return Arrays.stream(values())
                .filter(capability -> capability.key.equals(operation))
                .findFirst();
    }

    String reason() {
        return reason;
    }

    /** Why a server cannot that says itself that it does not have the operation. */
    String reasonOfAbsence() {
        return reason.equals(Reasons.NO_RESULT) ? Reasons.NOT_REGISTERED : reason;
    }

    /** What can be done then, other than to repair the server. */
    String cureOfAbsence() {
        return switch (this) {
            case SYNC -> Cures.FEED;
            case LOGOUT -> Cures.IDLE;
            case CONVERT_LEAD -> "convert Leads in the CRM's own pages";
            case FILES_RETRIEVE -> "download files in the CRM's own pages";
            case RETRIEVE_INVENTORY -> Cures.RETRIEVE;
            default -> cure;
        };
    }

    String cure() {
        return cure;
    }
}
