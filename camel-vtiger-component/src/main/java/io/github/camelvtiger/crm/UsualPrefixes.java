package io.github.camelvtiger.crm;

import java.util.Arrays;
import java.util.List;

/**
 * The modules whose ids usually begin with a number ({@code webservice.md §4}); installations may differ, so it is only
 * where to look first.
 */
final class UsualPrefixes {

    private static final String[] MODULES =
            ("Campaigns Vendors Faq Quotes PurchaseOrder SalesOrder Invoice PriceBooks Calendar Leads Accounts Contacts "
                            + "Potentials Products Documents Emails HelpDesk Events Users Groups Currency DocumentFolders "
                            + "CompanyDetails PBXManager ServiceContracts Services ProjectMilestone ProjectTask Project "
                            + "ModComments SMSNotifier Assets LineItem Tax ProductTaxes")
                    .split(" ");

    private UsualPrefixes() {}

    /** None or one. */
    static List<String> modules(int prefix) {
        return Arrays.stream(MODULES)
                .skip(Math.max(0, prefix - 1L))
                .limit(prefix > 0 ? 1 : 0)
                .toList();
    }
}
