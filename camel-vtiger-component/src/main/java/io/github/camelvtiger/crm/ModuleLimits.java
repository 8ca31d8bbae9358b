package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.names.NearestNames;
import io.github.camelvtiger.protocol.ServerCall;
import java.util.Map;
import java.util.Optional;

/** What Vtiger's API does not allow in single modules, and the way around ({@code webservice.md §5}). */
public final class ModuleLimits {

    private static final String NONE = "Vtiger's API has no such module: ";

    /** By their names and labels, folded. */
    private static final Map<String, String> ABSENT = Map.of(
            "role", NONE + "roles are made in the CRM's settings, and the field roleid of Users holds that of a user",
            "profile",
                    NONE
                            + "profiles are made in the CRM's settings; what they allow a user is in listTypes and describe",
            "inventoryadjustment",
                    NONE
                            + "stock changes with orders, or by the field qtyinstock of Products (Vtiger Cloud has the module as an add-on)");

    private static final Map<String, String> NOT_CREATED = Map.of(
            "Users",
            "Vtiger's API cannot create users, because their field roleid refers to no module: make the user in the CRM's settings, and change him with revise.",
            "DocumentFolders",
            "Vtiger's API cannot create folders, because their mandatory field createdby refers to no module: make the folder in the CRM, and use its id in the field folderid of Documents.");

    private static final String COMPANY = "CompanyDetails";

    private ModuleLimits() {}

    /** Whether the API can create records of a module, if the user has the right to. */
    public static boolean mayBeCreated(String module) {
        return !NOT_CREATED.containsKey(module) && !COMPANY.equals(module);
    }

    /** What to do without a module that no Vtiger has at its API. */
    static Optional<String> absent(String module) {
        return Optional.ofNullable(ABSENT.get(singular(NearestNames.folded(module))));
    }

    private static String singular(String folded) {
        return folded.endsWith("s") ? folded.substring(0, folded.length() - 1) : folded;
    }

    /** A call that would do other than it says: the details of the company are one record, which every create overwrites. */
    static Optional<InvalidRecordException> refusal(ServerCall call) {
        return call.operation().equals("create") && COMPANY.equals(call.module())
                ? Optional.of(new InvalidRecordException(
                        "Nothing was sent: a CRM has one record of CompanyDetails, which a create would overwrite; change it with revise (its id is the one that a query for CompanyDetails finds).",
                        FailureContext.of("create", COMPANY, null)))
                : Optional.empty();
    }

    /** The failure of a create in a module that takes none, with the reason. */
    static Optional<VtigerException> explained(VtigerException failure, ServerCall call, FailureContext context) {
        return call.operation().equals("create")
                ? Optional.ofNullable(NOT_CREATED.get(call.module()))
                        .map(reason ->
                                new InvalidRecordException(failure.getMessage() + " " + reason, context, failure))
                : Optional.empty();
    }
}
