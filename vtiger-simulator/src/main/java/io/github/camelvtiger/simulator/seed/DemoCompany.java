package io.github.camelvtiger.simulator.seed;

import io.github.camelvtiger.simulator.store.CrmStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A small company's CRM: 20 Accounts with 60 Contacts, 25 Leads, 30 tickets, 15 Potentials and 8 Products. */
final class DemoCompany implements Seed {

    private static final List<String> PRODUCTS =
            List.of("Desk", "Chair", "Lamp", "Shelf", "Whiteboard", "Projector", "Cabinet", "Footrest");
    private static final List<String> TROUBLES = List.of(
            "Delivery is late",
            "Wrong colour",
            "Screws are missing",
            "Invoice shows the old address",
            "Does it come in oak?");

    @Override
    public void plant(CrmStore store, Instant now, RandomGenerator random) {
        new FreshServer().plant(store, now, random);
        Instant start = now.minus(Duration.ofHours(12));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<String> accounts = accounts(plot(store, "Accounts", start), random);
        List<String> contacts = contacts(plot(store, "Contacts", start.plusSeconds(60)), accounts, random);
        List<String> products = products(plot(store, "Products", start.plusSeconds(120)), random);
        leads(plot(store, "Leads", start.plusSeconds(180)), random);
        potentials(plot(store, "Potentials", start.plusSeconds(240)), accounts, contacts, today, random);
        tickets(plot(store, "HelpDesk", start.plusSeconds(300)), accounts, contacts, products, random);
    }

    private static Plot plot(CrmStore store, String module, Instant time) {
        Plot plot = new Plot(store, module);
        plot.time(time);
        return plot;
    }

    private static String owner(RandomGenerator random) {
        return Names.any(FreshServer.owners(), random);
    }

    private static List<String> accounts(Plot plot, RandomGenerator random) {
        for (String name : Names.COMPANIES) {
            plot.put(Map.of(
                    "accountname", name,
                    "industry", Names.any(List.of("Technology", "Retail", "Food & Beverage", "Construction"), random),
                    "accounttype", Names.any(List.of("Customer", "Prospect", "Partner"), random),
                    "annual_revenue", Integer.toString(50_000 + 1_000 * random.nextInt(900)),
                    "employees", Integer.toString(3 + random.nextInt(500)),
                    "bill_city", Names.any(Names.CITIES, random),
                    "bill_street", "High Street " + (1 + random.nextInt(99)),
                    "phone", phone(random),
                    "assigned_user_id", owner(random)));
        }
        return plot.ids();
    }

    private static List<String> contacts(Plot plot, List<String> accounts, RandomGenerator random) {
        for (int i = 0; i < 60; i++) {
            plot.put(Map.of(
                    "firstname", Names.any(Names.FIRST, random),
                    "lastname", Names.any(Names.LAST, random),
                    "email", "contact" + (i + 1) + "@example.com",
                    "phone", phone(random),
                    "title", Names.any(Names.TITLES, random),
                    "birthday",
                            LocalDate.of(1960 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28))
                                    .toString(),
                    "donotcall", Integer.toString(random.nextInt(2)),
                    "account_id", accounts.get(i % accounts.size()),
                    "mailingcity", Names.any(Names.CITIES, random),
                    "assigned_user_id", owner(random)));
        }
        return plot.ids();
    }

    private static List<String> products(Plot plot, RandomGenerator random) {
        for (String name : PRODUCTS) {
            plot.put(Map.of(
                    "productname",
                    name,
                    "productcode",
                    name.substring(0, 3).toUpperCase(Locale.ROOT),
                    "unit_price",
                    (10 + random.nextInt(400)) + ".50",
                    "qtyinstock",
                    Integer.toString(random.nextInt(200)),
                    "discontinued",
                    "1",
                    "assigned_user_id",
                    "19x1"));
        }
        return plot.ids();
    }

    private static void leads(Plot plot, RandomGenerator random) {
        for (int i = 0; i < 25; i++) {
            plot.put(Map.of(
                    "firstname", Names.any(Names.FIRST, random),
                    "lastname", Names.any(Names.LAST, random),
                    "company", "Prospect " + (i + 1),
                    "email", "lead" + (i + 1) + "@example.org",
                    "leadsource", Names.any(List.of("Web Site", "Trade Show", "Cold Call"), random),
                    "leadstatus", Names.any(List.of("Hot", "Warm", "Cold", "Not Contacted"), random),
                    "city", Names.any(Names.CITIES, random),
                    "assigned_user_id", owner(random)));
        }
    }

    private static void potentials(
            Plot plot, List<String> accounts, List<String> contacts, LocalDate today, RandomGenerator random) {
        for (int i = 0; i < 15; i++) {
            plot.put(Map.of(
                    "potentialname", "Offices " + (i + 1),
                    "amount", (1_000 + random.nextInt(90_000)) + ".00",
                    "related_to", Names.any(accounts, random),
                    "contact_id", Names.any(contacts, random),
                    "closingdate", today.plusDays(random.nextInt(90)).toString(),
                    "sales_stage", Names.any(List.of("Prospecting", "Qualification", "Closed Won"), random),
                    "assigned_user_id", owner(random)));
        }
    }

    private static void tickets(
            Plot plot, List<String> accounts, List<String> contacts, List<String> products, RandomGenerator random) {
        for (int i = 0; i < 30; i++) {
            plot.put(Map.of(
                    "ticket_title", Names.any(TROUBLES, random),
                    "ticketstatus", Names.any(List.of("Open", "In Progress", "Closed"), random),
                    "ticketpriorities", Names.any(List.of("Low", "Normal", "High"), random),
                    "parent_id", Names.any(accounts, random),
                    "contact_id", Names.any(contacts, random),
                    "product_id", Names.any(products, random),
                    "description", "It came up on order " + (1_000 + random.nextInt(9_000)) + ".",
                    "assigned_user_id", owner(random)));
        }
    }

    private static String phone(RandomGenerator random) {
        return "+44 20 7946 0" + Integer.toString(1_000 + random.nextInt(1_000)).substring(1);
    }
}
