package io.github.camelvtiger;

import org.junit.jupiter.api.Nested;

/** What a user sees through {@code webservice.php} is the same through the REST API of Vtiger Cloud: the same tests. */
class OverRestTest {

    @Nested
    class Records extends RecordOperationsTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class Actions extends ActionsTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class Runs extends RunTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class MetadataAndRequests extends MetadataOperationsTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class Queries extends QueryOperationsTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class Upserts extends UpsertTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class UpsertKeys extends UpsertKeysTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class Batches extends FailedBatchTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class SeenWrites extends InterceptedWritesTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class WithheldWrites extends WithheldWritesTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class ParallelWrites extends ParallelWritesTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class LineItemReads extends LineItemReadsTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class TypedValues extends TypedValuesOptionTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class LineItemWrites extends LineItemWritesTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class WrongModules extends WrongModuleTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class Feed extends ChangesConsumerTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class TypedFeed extends TypedFeedTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class Deletions extends DeletedEventsTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }

    @Nested
    class Secrets extends SecretsTest {
        {
            protocol = VtigerProtocol.REST;
        }
    }
}
