package io.github.camelvtiger.simulator.store;

import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.metadata.RecordNumbering;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** All data of the simulated CRM: tables, users, the sequences of record numbers. Knows nothing of any protocol. */
public final class CrmStore {

    static final String USERS = "Users";

    private final Metadata metadata;
    private final Function<ModuleMetadata, ? extends RowRules> rules;
    private final Map<String, ModuleTable> tables = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> recordNumbers = new ConcurrentHashMap<>();
    private final List<ModuleTable> entityTables;
    private final Sharing sharing = new Sharing(this);
    private final Accounts accounts;
    private final Savers savers = new Savers();
    private final KeptLabels labels = new KeptLabels();
    private final ItemTable items = new ItemTable(this);
    private final WholeRecords whole = new WholeRecords();
    private final Attachments attachments = new Attachments();
    private final RecordLinks links = new RecordLinks();
    private final RecordTags tags = new RecordTags();

    /** @param rules the rules of each module's rows */
    public CrmStore(Metadata metadata, Function<ModuleMetadata, ? extends RowRules> rules) {
        this.metadata = metadata;
        this.rules = rules;
        metadata.modules().forEach(module -> tables.put(module.name(), new ModuleTable(module)));
        accounts = new Accounts(tables.get(USERS), tables.get("Currency"));
        entityTables = metadata.modules().stream()
                .filter(module -> module.entity() && !rules(module).numberedWithUsers())
                .map(module -> tables.get(module.name()))
                .toList();
    }

    public Metadata metadata() {
        return metadata;
    }

    RowRules rules(ModuleMetadata module) {
        return rules.apply(module);
    }

    public Attachments attachments() {
        return attachments;
    }

    public Savers savers() {
        return savers;
    }

    public Sharing sharing() {
        return sharing;
    }

    /** The line items of inventory records. */
    public ItemTable items() {
        return items;
    }

    public WholeRecords whole() {
        return whole;
    }

    public KeptLabels labels() {
        return labels;
    }

    public RecordLinks links() {
        return links;
    }

    public RecordTags tags() {
        return tags;
    }

    /** @throws IllegalArgumentException for a module that does not exist: callers have checked it */
    public ModuleTable table(String module) {
        ModuleTable table = tables.get(module);
        if (table == null) {
            throw new IllegalArgumentException("no table for module " + module);
        }
        return table;
    }

    /** The tables of all modules whose records share the one sequence of numbers: all but Users and the actor types. */
    public List<ModuleTable> entityTables() {
        return entityTables;
    }

    /** The record that references and owners find by this number: it may be a user who was deleted. */
    public Optional<StoredRow> known(String module, long number) {
        ModuleTable table = tables.get(module);
        return rules(table.module()).foundAfterDelete()
                ? Optional.ofNullable(table.rows().get(number))
                : table.live(number);
    }

    /**
     * The record that has the number in the table where such numbers are looked for: Users and actor types in their
     * own, records of modules in whichever module they are.
     */
    public Optional<StoredRow> find(ModuleMetadata module, long number) {
        ModuleTable own = tables.get(module.name());
        Optional<StoredRow> here = known(module.name(), number);
        if (here.isPresent() || !entityTables.contains(own)) {
            return here;
        }
        return entityTables.stream()
                .flatMap(table -> table.live(number).stream())
                .findFirst();
    }

    /**
     * The next number of a record: one sequence over all modules, one over Users and Groups, and one for each other
     * actor type ({@code webservice.md §4}).
     */
    public long nextNumber(ModuleMetadata module) {
        return sequence(module).incrementAndGet();
    }

    /** Lets the numbers of the module continue after this one. */
    public void numberFrom(ModuleMetadata module, long last) {
        sequence(module).set(last);
    }

    /** Lets the numbers of the module continue after this one, unless they do so already. */
    public void numberAtLeast(ModuleMetadata module, long last) {
        sequence(module).accumulateAndGet(last, Math::max);
    }

    private AtomicLong sequence(ModuleMetadata module) {
        String name = rules(module).numberedWithUsers() ? "Users" : module.entity() ? "" : module.name();
        return sequences.computeIfAbsent(name, key -> new AtomicLong(key.isEmpty() ? 1 : 0));
    }

    /** The next {@code CON1}, {@code CON2} ... of the module. */
    public String nextRecordNumber(RecordNumbering numbering) {
        return numbering.prefix()
                + recordNumbers
                        .computeIfAbsent(numbering.prefix(), prefix -> new AtomicLong())
                        .incrementAndGet();
    }

    /** The record under another module from now on; its number stays. */
    public void move(StoredRow from, StoredRow to) {
        table(to.module().name()).put(to);
        table(from.module().name()).remove(from.number());
    }

    /** Lets the record numbers continue after this one if it has their form. */
    public void recordNumberTaken(RecordNumbering numbering, String taken) {
        String digits = taken.startsWith(numbering.prefix())
                ? taken.substring(numbering.prefix().length())
                : "";
        if (digits.matches("\\d{1,18}")) {
            recordNumbers
                    .computeIfAbsent(numbering.prefix(), prefix -> new AtomicLong())
                    .accumulateAndGet(Long.parseLong(digits), Math::max);
        }
    }

    public void addUser(CrmUser user) {
        accounts.add(user);
    }

    public List<CrmUser> users() {
        return accounts.all();
    }

    /** User names are matched without regard to case ({@code webservice.md §3}). */
    public Optional<CrmUser> user(String userName) {
        return accounts.named(userName);
    }

    public Optional<CrmUser> user(long number) {
        return accounts.numbered(number);
    }
}
