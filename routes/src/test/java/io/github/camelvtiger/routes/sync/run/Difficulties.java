package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.Crm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Records that are hard to move, each with what is to become of it. */
final class Difficulties {

    private final Crm old;
    private final List<BiConsumer<Crm, Moved>> checks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Difficulties(Crm old) {
        this.old = old;
    }

    /**
     * What came of a move.
     *
     * @param ids in the other CRM, by how the old one calls a record
     * @param reasons of those that were rejected
     */
    private record Moved(Map<String, String> ids, Map<String, String> reasons) {}

    /** Parts of the sentence about the whole move. */
    List<String> notes() {
        return notes;
    }

    void check(Crm other, Map<String, String> ids, Map<String, String> reasons) {
        assertThat(checks).hasSizeGreaterThanOrEqualTo(30);
        checks.forEach(check -> check.accept(other, new Moved(ids, reasons)));
    }

    void plant() {
        texts();
        references();
        orders();
        activities();
        comments();
        documents();
        values();
    }

    private void texts() {
        moves("Accounts", Map.of("accountname", "Müller & Söhne «Bau» Łódź"), "accountname");
        moves("Accounts", Map.of("accountname", "Tom &amp; Jerry &lt;b&gt;"), "accountname");
        moves("Accounts", Map.of("accountname", "<b>Bold</b> \"quoted\" 'single' \\ back"), "accountname");
        moves("Accounts", Map.of("accountname", "Long", "description", "äö\n\tüß ".repeat(5000)), "description");
        moves("Accounts", Map.of("accountname", "  spaces  "), "accountname");
        // The database of the CRM holds three bytes of a character: the old one has kept question marks.
        moves("Accounts", Map.of("accountname", "Smile \uD83D\uDE00"), "accountname");
        moves("Accounts", Map.of("accountname", "Website", "website", "http://x.de/?a=1&b=2"), "website");
    }

    private void references() {
        String parent = account("Parent");
        String child = account("Child");
        old.revise(child, Map.of("account_id", parent));
        old.revise(parent, Map.of("account_id", child));
        refers("Accounts", child, "account_id", "Accounts", parent);
        refers("Accounts", parent, "account_id", "Accounts", child);
        String itself = account("Itself");
        String chief = old.create("Contacts", Map.of("lastname", "Chief", "account_id", itself));
        String clerk = old.create("Contacts", Map.of("lastname", "Clerk", "contact_id", chief));
        old.revise(chief, Map.of("contact_id", clerk));
        refers("Contacts", chief, "contact_id", "Contacts", clerk);
        refers("Contacts", clerk, "contact_id", "Contacts", chief);
        // An Account that is deleted leaves an empty reference.
        String gone = account("Gone");
        String orphan = old.create("Contacts", Map.of("lastname", "Orphan", "account_id", gone));
        old.delete(gone);
        checks.add((other, moved) ->
                assertThat(record(other, moved, "Contacts " + orphan)).containsEntry("account_id", ""));
        // Vendors do not move.
        String vendor = old.create("Vendors", Map.of("vendorname", "Not moved"));
        String product = old.create("Products", Map.of("productname", "Of a vendor", "vendor_id", vendor));
        checks.add((other, moved) ->
                assertThat(record(other, moved, "Products " + product)).containsEntry("vendor_id", ""));
        notes.add("vendor_id of Products (1)");
        // Two of one name are two.
        String one = old.create("Contacts", Map.of("lastname", "Twin", "firstname", "Same"));
        String two = old.create("Contacts", Map.of("lastname", "Twin", "firstname", "Same"));
        checks.add((other, moved) -> assertThat(moved.ids.get("Contacts " + one))
                .isNotNull()
                .isNotEqualTo(moved.ids.get("Contacts " + two)));
        String campaign = old.create("Campaigns", Map.of("campaignname", "Fair", "closingdate", "2020-02-29"));
        String potential = old.create(
                "Potentials",
                Map.of(
                        "potentialname",
                        "Of a fair",
                        "closingdate",
                        "2020-02-29",
                        "sales_stage",
                        "Closed Won",
                        "campaignid",
                        campaign,
                        "related_to",
                        parent));
        refers("Potentials", potential, "campaignid", "Campaigns", campaign);
        moves("Leads", Map.of("lastname", "Lead", "company", "Later & Co"), "company");
    }

    private void orders() {
        String account = account("Buyer");
        String product = old.create("Products", Map.of("productname", "Deleted later", "unit_price", "1"));
        String kept = old.create("Products", Map.of("productname", "Kept", "unit_price", "1", "qtyinstock", "10"));
        String broken = old.create("Invoice", items(invoice("Deleted product", account, product), product));
        old.delete(product);
        rejected("Invoice " + broken, "product");
        String sound = old.create("Invoice", items(invoice("Sound", account, kept), kept));
        refers("Invoice", sound, "account_id", "Accounts", account);
        checks.add((other, moved) -> assertThat(
                        record(other, moved, "Invoice " + sound).get("hdnGrandTotal"))
                .isEqualTo(old.record(sound).orElseThrow().get("hdnGrandTotal")));
        checks.add((other, moved) -> assertThat(
                        record(other, moved, "Products " + kept).get("qtyinstock"))
                .isEqualTo(old.record(kept).orElseThrow().get("qtyinstock")));
    }

    private void activities() {
        String contact = old.create("Contacts", Map.of("lastname", "Met"));
        String past = old.create("Events", event("Past", "1999-12-31", contact));
        refers("Events", past, "contact_id", "Contacts", contact);
        Map<String, Object> recurring = event("Every week", "2030-01-07", contact);
        recurring.put("recurringtype", "Weekly");
        String again = old.create("Events", recurring);
        checks.add((other, moved) -> assertThat(record(other, moved, "Events " + again))
                .containsEntry("date_start", "2030-01-07")
                .containsEntry("time_start", "23:30:00"));
        moves(
                "Calendar",
                Map.of(
                        "subject",
                        "Task",
                        "date_start",
                        "2026-01-01",
                        "time_start",
                        "00:00:00",
                        "due_date",
                        "2026-01-02",
                        "taskstatus",
                        "Not Started",
                        "activitytype",
                        "Task"),
                "due_date");
    }

    private void comments() {
        String contact = old.create("Contacts", Map.of("lastname", "Commented"));
        String first = old.create("ModComments", Map.of("commentcontent", "First <1>", "related_to", contact));
        String reply = old.create(
                "ModComments", Map.of("commentcontent", "Reply", "related_to", contact, "parent_comments", first));
        refers("ModComments", first, "related_to", "Contacts", contact);
        refers("ModComments", reply, "parent_comments", "ModComments", first);
        String vendor = old.create("Faq", Map.of("question", "Why?", "faq_answer", "So.", "faqstatus", "Draft"));
        String lost =
                old.create("ModComments", Map.of("commentcontent", "On what does not move", "related_to", vendor));
        rejected("ModComments " + lost, "related_to: Faq " + vendor + " of the CRM that is read is not in this one");
    }

    private void documents() {
        String none = old.create("Documents", Map.of("notes_title", "Same name"));
        String other = old.create("Documents", Map.of("notes_title", "Same name"));
        checks.add((crm, moved) -> assertThat(moved.ids.get("Documents " + none))
                .isNotNull()
                .isNotEqualTo(moved.ids.get("Documents " + other)));
        moves(
                "Documents",
                Map.of("notes_title", "Elsewhere", "filelocationtype", "E", "filename", "https://x.de/a.pdf"),
                "filename");
    }

    private void values() {
        // A value that no picklist has: forms may write it, and so may the API.
        String odd = old.create("Leads", Map.of("lastname", "Odd", "company", "X", "leadsource", "Smoke signals"));
        rejected("Leads " + odd, "leadsource");
        moves(
                "Potentials",
                Map.of(
                        "potentialname",
                        "Amount",
                        "closingdate",
                        "2026-12-31",
                        "sales_stage",
                        "Prospecting",
                        "amount",
                        "1234567.89"),
                "amount");
        moves(
                "Contacts",
                Map.of("lastname", "Flags", "donotcall", "1", "birthday", "1900-01-01"),
                "donotcall",
                "birthday");
        moves("Contacts", Map.of("lastname", "Zero", "phone", "0"), "phone");
        moves(
                "HelpDesk",
                Map.of("ticket_title", "Ticket", "ticketpriorities", "Low", "ticketstatus", "Open", "hours", "1.25"),
                "hours",
                "ticketstatus");
    }

    private String account(String name) {
        return old.create("Accounts", Map.of("accountname", name));
    }

    static Map<String, Object> invoice(String subject, String account, String product) {
        Map<String, Object> invoice = new LinkedHashMap<>();
        invoice.put("subject", subject);
        invoice.put("account_id", account);
        invoice.put("bill_street", "Weg 1");
        invoice.put("ship_street", "Weg 1");
        invoice.put("productid", product);
        invoice.put("hdnTaxType", "group");
        return invoice;
    }

    private static Map<String, Object> items(Map<String, Object> invoice, String product) {
        invoice.put(
                "LineItems", List.of(Map.of("productid", product, "quantity", "3", "listprice", "2.5", "tax1", "4.5")));
        return invoice;
    }

    private static Map<String, Object> event(String subject, String day, String contact) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("subject", subject);
        event.put("date_start", day);
        event.put("time_start", "23:30:00");
        event.put("due_date", day);
        event.put("time_end", "23:45:00");
        event.put("duration_hours", "0");
        event.put("eventstatus", "Planned");
        event.put("activitytype", "Meeting");
        event.put("contact_id", contact);
        return event;
    }

    /** A record that is to be there with the fields as the old CRM has them. */
    private void moves(String module, Map<String, String> fields, String... compared) {
        String id = old.create(module, fields);
        checks.add((other, moved) -> {
            Map<String, String> before = old.record(id).orElseThrow();
            Map<String, String> after = record(other, moved, module + " " + id);
            for (String field : compared) {
                assertThat(after.get(field)).as("%s of %s", field, fields).isEqualTo(before.get(field));
            }
        });
    }

    private void refers(String module, String id, String field, String to, String referred) {
        checks.add((other, moved) -> assertThat(record(other, moved, module + " " + id))
                .as("%s of %s %s", field, module, id)
                .containsEntry(field, moved.ids.get(to + " " + referred)));
    }

    private void rejected(String place, String reason) {
        checks.add(
                (other, moved) -> assertThat(moved.reasons.get(place)).as(place).contains(reason));
    }

    private static Map<String, String> record(Crm other, Moved moved, String place) {
        assertThat(moved.ids).as("%s: %s", place, moved.reasons.get(place)).containsKey(place);
        return other.record(moved.ids.get(place)).orElseThrow();
    }
}
