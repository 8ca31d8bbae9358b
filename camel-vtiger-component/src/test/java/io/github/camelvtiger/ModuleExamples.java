package io.github.camelvtiger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The modules of Vtiger's own overview, in the order of docs/modules.md. */
final class ModuleExamples {

    private static final String ALL = "crqudf";
    private static final String NO_FEED = "crqud";
    private static final String MARK = "MARK";

    /** Made in the CRM's settings; a test uses what is there. */
    private static final Set<String> BASE_DATA = Set.of("Users", "Groups", "Currency", "Tax", "DocumentFolders");

    private static final List<Map<String, Object>> ITEMS =
            List.of(fields("productid", "@Products", "quantity", "2", "listprice", "10"));

    private static final List<ModuleExample> EXAMPLES = examples();

    private ModuleExamples() {}

    static List<ModuleExample> all() {
        return EXAMPLES;
    }

    static ModuleExample of(String api) {
        return EXAMPLES.stream()
                .filter(example -> api.equals(example.api()))
                .findFirst()
                .orElseThrow();
    }

    static boolean isBaseData(String module) {
        return BASE_DATA.contains(module);
    }

    private static List<ModuleExample> examples() {
        List<ModuleExample> all = new ArrayList<>();
        add(
                all,
                "Contacts, Contact, People",
                "Contacts",
                ALL,
                fields("lastname", MARK),
                "firstname",
                "Ada",
                "An image is uploaded, not sent as a field. Deleting the Account empties `account_id` without a new `modifiedtime`.");
        add(
                all,
                "Leads, Lead",
                "Leads",
                ALL,
                fields("lastname", MARK, "company", "Acme"),
                "firstname",
                "Ada",
                "A converted Lead can be retrieved, but no query finds it; a feed with `deleted` reports it as deleted.");
        add(
                all,
                "Potentials, Opportunities, Opportunity, Deals",
                "Potentials",
                ALL,
                fields(
                        "potentialname",
                        MARK,
                        "closingdate",
                        "2030-01-31",
                        "sales_stage",
                        "Prospecting",
                        "related_to",
                        "@Accounts"),
                "nextstep",
                "Call",
                "The CRM sets `probability` by `sales_stage`. Deleting the Account deletes its Potentials.");
        add(
                all,
                "Accounts, Organizations, Organization",
                "Accounts",
                ALL,
                fields("accountname", MARK),
                "website",
                "www.example.org",
                "`accountname` is unique unless the CRM's settings say otherwise, whatever its case: a second one is a `DuplicateRecordException`.");
        add(
                all,
                "Quotes, Quote",
                "Quotes",
                ALL,
                order("quotestage", "Created", "account_id", "@Accounts"),
                "terms_conditions",
                "net",
                "Items are in `LineItems` ([component.md](component.md#operations)).");
        add(
                all,
                "Sales Orders, Sales Order, SalesOrders",
                "SalesOrder",
                ALL,
                order("sostatus", "Created", "invoicestatus", "AutoCreated", "account_id", "@Accounts"),
                "carrier",
                "UPS",
                "`invoicestatus` is mandatory and kept only while the order recurs; it is read as an empty text, which may be sent back.");
        add(
                all,
                "Invoices, Invoice",
                "Invoice",
                ALL,
                order("invoicestatus", "Created", "account_id", "@Accounts"),
                "customerno",
                "C1",
                "Items move the stock of Products. `balance` is computed once, by the create: send it with `received`.");
        add(
                all,
                "Products, Product",
                "Products",
                ALL,
                fields("productname", MARK, "unit_price", "10"),
                "mfr_part_no",
                "M-1",
                "`revise` without `currency1` answers 0 for it. Stock changes without a new `modifiedtime`: use `sweepPeriod`.");
        add(
                all,
                "Services, Service",
                "Services",
                ALL,
                fields("servicename", MARK, "unit_price", "10"),
                "website",
                "www.example.org",
                "An item of an order may be a Service; without a `listprice` its price is 0.");
        add(
                all,
                "Documents, Document, Files",
                "Documents",
                ALL,
                fields(
                        "notes_title",
                        MARK,
                        "folderid",
                        "@DocumentFolders",
                        "filelocationtype",
                        "E",
                        "filename",
                        "https://example.org/a.pdf"),
                "notecontent",
                "text",
                "A file of its own has `filelocationtype` I. The id of the file is not that of the Document.");
        add(
                all,
                "Emails, Email",
                "Emails",
                ALL,
                fields("subject", MARK, "date_start", "2030-01-31", "saved_toid", "you@example.org, they@example.org"),
                "description",
                "text",
                "A create stores an e-mail and sends none. `from_email` is the address of the connection's user unless it is sent. On a fresh server only administrators may create them. `saved_toid`, `ccmail` and `bccmail` are answered as a JSON array; a List, a text with commas and that array may be sent.");
        add(
                all,
                "SMS, SMS Notifier, SMSNotifiers",
                "SMSNotifier",
                ALL,
                fields("message", MARK),
                "message",
                MARK + " 2",
                "A create stores a message and sends none: that is the work of the CRM's pages or workflows.");
        add(
                all,
                "Campaigns, Campaign",
                "Campaigns",
                ALL,
                fields("campaignname", MARK, "closingdate", "2030-01-31"),
                "targetaudience",
                "all",
                "Members are relations, not fields.");
        add(
                all,
                "Vendors, Vendor, Suppliers",
                "Vendors",
                ALL,
                fields("vendorname", MARK),
                "website",
                "www.example.org",
                "Nothing special.");
        add(
                all,
                "Purchase Orders, Purchase Order, PurchaseOrders",
                "PurchaseOrder",
                ALL,
                order("postatus", "Created", "vendor_id", "@Vendors"),
                "carrier",
                "UPS",
                "Refers to a Vendor in place of an Account.");
        add(
                all,
                "Price Books, Price Book, PriceBook",
                "PriceBooks",
                ALL,
                fields("bookname", MARK, "currency_id", "@Currency"),
                "description",
                "text",
                "The prices of products in a book cannot be reached by the API. The records have no owner.");
        add(
                all,
                "Activities, Activity, To Do",
                "Calendar",
                ALL,
                fields(
                        "subject",
                        MARK,
                        "date_start",
                        "2030-01-31T10:00:00Z",
                        "due_date",
                        "2030-01-31",
                        "taskstatus",
                        "Planned"),
                "location",
                "Oslo",
                "Calendar has the tasks and Events all other activities. See both rows.");
        add(
                all,
                "Events, Event, Meetings",
                "Events",
                ALL,
                fields(
                        "subject",
                        MARK,
                        "date_start",
                        "2030-01-31T10:00:00Z",
                        "due_date",
                        "2030-01-31T11:30:00Z",
                        "eventstatus",
                        "Planned",
                        "activitytype",
                        "Meeting"),
                "location",
                "Oslo",
                "Days and times are pairs (`date_start` `time_start`, `due_date` `time_end`), in UTC. A moment in the field of the day fills both; the CRM computes the duration. `reminder_time` is damaged by each revise.");
        add(
                all,
                "Tasks, Task, Calendar tasks",
                "Calendar",
                ALL,
                fields(
                        "subject",
                        MARK,
                        "date_start",
                        "2030-01-31",
                        "time_start",
                        "10:00",
                        "due_date",
                        "2030-01-31",
                        "taskstatus",
                        "Planned"),
                "description",
                "text",
                "`activitytype` must be Task, which is sent for you: the CRM would otherwise answer with an id under which nothing can be found.");
        add(
                all,
                "Comments, Comment",
                "ModComments",
                ALL,
                fields("commentcontent", MARK, "related_to", "@Contacts"),
                "commentcontent",
                MARK + " 2",
                "`related_to` may be a Lead, Contact, Account, Potential, ticket, FAQ, Project, ProjectTask, Quote, SalesOrder, PurchaseOrder or Invoice. A reply has `parent_comments`. A comment moves `modifiedtime` of its record.");
        add(
                all,
                "Groups, Group",
                "Groups",
                NO_FEED,
                fields("groupname", MARK, "description", "a"),
                "description",
                "b",
                "Members cannot be changed by the API. No `modifiedtime`. Deleted for good.");
        add(
                all,
                "Users, User",
                "Users",
                "rqu",
                fields(),
                "department",
                "Sales",
                "Cannot be created: `roleid` refers to no module; make users in the settings. Other users than administrators do not see the module. Queries find active users only.");
        add(all, "Roles, Role", null, "", fields(), null, null, "Not at the API; `roleid` of Users holds the role.");
        add(
                all,
                "Profiles, Profile",
                null,
                "",
                fields(),
                null,
                null,
                "Not at the API; what they allow is in `listTypes` and `describe`.");
        add(
                all,
                "Currencies, Currency",
                "Currency",
                NO_FEED,
                fields(
                        "currency_name",
                        MARK,
                        "currency_code",
                        "XTS",
                        "currency_symbol",
                        "¤",
                        "conversion_rate",
                        "2",
                        "currency_status",
                        "Active",
                        "defaultid",
                        "0",
                        "deleted",
                        "0"),
                "conversion_rate",
                "3.00000",
                "No `modifiedtime`. `conversion_rate` of an order is sent with the order.");
        add(
                all,
                "Taxes, Tax",
                "Tax",
                "crqu",
                fields("taxlabel", MARK, "percentage", "1.5"),
                "percentage",
                "2.500",
                "A create makes a field `taxN` of items. A delete only marks the tax. No `modifiedtime`.");
        add(
                all,
                "Inventory Adjustments, Inventory Adjustment",
                null,
                "",
                fields(),
                null,
                null,
                "Not in open source; stock changes with orders, or by `qtyinstock` of Products. An add-on of Vtiger Cloud.");
        add(
                all,
                "Projects, Project",
                "Project",
                ALL,
                fields("projectname", MARK),
                "description",
                "text",
                "Nothing special.");
        add(
                all,
                "Project Tasks, Project Task, ProjectTasks",
                "ProjectTask",
                ALL,
                fields("projecttaskname", MARK, "projectid", "@Project"),
                "description",
                "text",
                "Needs its Project.");
        add(
                all,
                "Project Milestones, Project Milestone, ProjectMilestones",
                "ProjectMilestone",
                ALL,
                fields("projectmilestonename", MARK, "projectid", "@Project"),
                "description",
                "text",
                "Needs its Project.");
        add(
                all,
                "Assets, Asset",
                "Assets",
                ALL,
                fields(
                        "assetname",
                        MARK,
                        "product",
                        "@Products",
                        "account",
                        "@Accounts",
                        "serialnumber",
                        MARK,
                        "datesold",
                        "2026-01-31",
                        "dateinservice",
                        "2026-01-31",
                        "assetstatus",
                        "In Service"),
                "tagnumber",
                "T1",
                "Nothing special.");
        add(
                all,
                "Service Contracts, Service Contract",
                "ServiceContracts",
                ALL,
                fields("subject", MARK),
                "total_units",
                "10.00",
                "The CRM computes units, progress and dates that depend on them.");
        add(
                all,
                "Help Desk, Tickets, Ticket, Cases",
                "HelpDesk",
                ALL,
                fields("ticket_title", MARK, "ticketstatus", "Open", "ticketpriorities", "Normal"),
                "solution",
                "text",
                "A value in `comments` adds a comment and is not read back. On Vtiger Cloud there is also a module Cases.");
        add(
                all,
                "custom modules",
                null,
                "",
                fields(),
                null,
                null,
                "As the others, by the API name that `listTypes` gives; their fields are those of `describe`, with names like `cf_853`.");
        add(
                all,
                "Company Details, CompanyDetail",
                "CompanyDetails",
                "rqu",
                fields(),
                "fax",
                "123",
                "One record. A create would overwrite it and is refused; use `revise`.");
        add(
                all,
                "PBX Manager, Phone Calls, Call Records",
                "PBXManager",
                NO_FEED,
                fields("customernumber", "123", "direction", "inbound", "callstatus", "completed", "sourceuuid", MARK),
                "callstatus",
                "busy",
                "No `modifiedtime`, so `changes` refuses it by name.");
        return List.copyOf(all);
    }

    private static void add(
            List<ModuleExample> all,
            String objects,
            String api,
            String operations,
            Map<String, Object> record,
            String changed,
            String value,
            String traps) {
        all.add(new ModuleExample(Arrays.asList(objects.split(", ")), api, operations, record, changed, value, traps));
    }

    private static Map<String, Object> order(Object... more) {
        Map<String, Object> order = fields("subject", MARK, "bill_street", "Elm St 1", "ship_street", "Elm St 1");
        order.putAll(fields(more));
        order.put("LineItems", ITEMS);
        return order;
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
