package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.Map;

/** The kind of each module by its name; a module that is not listed has no rules of its own. */
public final class Kinds {

    private static final ModuleKind PLAIN = new ModuleKind() {};

    private static final Map<String, ModuleKind> ODD = Map.ofEntries(
            Map.entry("Accounts", new AccountsKind()),
            Map.entry("Calendar", new CalendarKind()),
            Map.entry("CompanyDetails", new CompanyDetailsKind()),
            Map.entry("Contacts", new ContactsKind()),
            Map.entry("Currency", new CurrencyKind()),
            Map.entry("Documents", new DocumentsKind()),
            Map.entry("Emails", new EmailsKind()),
            Map.entry("Events", new EventsKind()),
            Map.entry("Faq", new FaqKind()),
            Map.entry("Groups", new GroupsKind()),
            Map.entry("HelpDesk", new HelpDeskKind()),
            Map.entry("Leads", new LeadsKind()),
            Map.entry("LineItem", new LineItemKind()),
            Map.entry("ModComments", new ModCommentsKind()),
            Map.entry("Potentials", new PotentialsKind()),
            Map.entry("ProductTaxes", new ProductTaxesKind()),
            Map.entry("Products", new ProductsKind()),
            Map.entry("ServiceContracts", new ServiceContractsKind()),
            Map.entry("Services", new ServicesKind()),
            Map.entry("Tax", new TaxKind()),
            Map.entry("Users", new UsersKind()),
            Map.entry("Vendors", new VendorsKind()));

    private Kinds() {}

    public static ModuleKind of(ModuleMetadata module) {
        return ODD.getOrDefault(module.name(), PLAIN);
    }
}
