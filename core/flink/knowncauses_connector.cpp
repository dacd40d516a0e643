#include "core/flink/knowncausecards.h"

#include <QtGlobal>

#include <array>

namespace flink {

namespace {

constexpr std::array<CauseCard, 15> table{{
    {"kafka-auth",
     R"(SaslAuthenticationException|AuthorizationException: .*(topic|group|[Tt]ransactional|[Cc]luster)|(Topic|Group|Cluster|TransactionalId)AuthorizationException|SslAuthenticationException|No serviceName defined in either JAAS|Could not find a .KafkaClient. entry)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Kafka refuses the client"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The broker did not accept the credentials, or the user may not use this "
                                            "topic, group or transactional id."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The class tells which: SaslAuthentication is the login, "
                                            "TopicAuthorization, GroupAuthorization and TransactionalIdAuthorization "
                                            "are missing rights. Try the same user with Kafka's own tools."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Correct security.protocol, sasl.mechanism and sasl.jaas.config, or have "
                                            "the rights granted: read and describe on the topic and group, for "
                                            "exactly-once sinks write and describe on the transactional id prefix.")},
    {"kafka-unknown-topic",
     R"(UnknownTopicOrPartitionException|This server does not host this topic-partition|Topic .* not present in metadata)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Kafka topic or partition unknown"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The broker knows no such topic or partition: the name is wrong, it was "
                                            "deleted or made anew, or the client speaks to another cluster."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "List the topics with the same bootstrap servers and user."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Create the topic or correct its name and bootstrap.servers. If it was "
                                            "made anew with fewer partitions, the offsets in the state fit no more: "
                                            "start from an earlier snapshot or give the source a new uid.")},
    {"kafka-offset-out-of-range",
     R"(OffsetOutOfRangeException|NoOffsetForPartitionException|Undefined offset with no reset policy|Fetch position .* is out of range|Offsets out of range)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Kafka offset no longer there"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The offset to go on from is not in the topic any more: retention "
                                            "deleted the records while the job stood still or started from an old "
                                            "snapshot."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Compare the age of the snapshot with the retention of the topic "
                                            "(retention.ms, retention.bytes)."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The records between are lost to the job. Choose where to go on "
                                            "(auto.offset.reset or the starting offsets of the source) and backfill "
                                            "from elsewhere. Keep retention longer than the longest stand-still.")},
    {"kafka-transaction",
     R"(ProducerFenced|InvalidProducerEpoch|InvalidTxnTimeout|InvalidTxnState|InvalidPidMapping|transaction timeout is larger than the maximum|newer producer with the same transactionalId|TransactionAbortedException)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Kafka transaction lost or fenced"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A transaction of an exactly-once sink was ended by the broker: it ran "
                                            "out of time before the next checkpoint, or another producer uses the "
                                            "same transactional id."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Compare transaction.timeout.ms of the sink with the longest time "
                                            "between two checkpoints including restarts, and with "
                                            "transaction.max.timeout.ms of the broker (15 minutes). Look for a "
                                            "second job with the same transactional id prefix."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Set transaction.timeout.ms above checkpoint interval plus the longest "
                                            "outage, but not above the broker's transaction.max.timeout.ms; give "
                                            "each job a prefix of its own. Data of an expired transaction is lost "
                                            "for good.")},
    {"kafka-record-too-large",
     R"(RecordTooLarge|larger than the max message size|MessageSizeTooLarge|RecordBatchTooLarge)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Record too large for Kafka"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A record is larger than the producer (max.request.size, 1 MB, before "
                                            "compression) or the broker (max.message.bytes of the topic, after "
                                            "compression) takes."),
     QT_TRANSLATE_NOOP("flink::KnownCause",
                       "The message tells which: \"when serialized\" is the producer, \"the server "
                       "will accept\" is the broker."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Find out why a record grew (a window or list that collects too much). "
                                            "Else raise max.request.size at the sink and max.message.bytes at the "
                                            "topic. Compressing helps only against max.message.bytes of the broker.")},
    {"kafka-offset-commit",
     R"(CommitFailedException|RebalanceInProgress|RetriableCommitFailed|group has already rebalanced|UnknownMemberId|IllegalGeneration)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Kafka offsets could not be committed"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The consumer group was rebalanced or the coordinator was away while "
                                            "offsets were committed. Flink's source does not depend on it: its "
                                            "offsets are in the checkpoints; only lag monitors see old ones."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look for other consumers with the same group.id: two jobs or a tool "
                                            "that share it disturb each other."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Give each job a group.id of its own. If your own consumer throws it, "
                                            "lower max.poll.records or raise max.poll.interval.ms.")},
    {"kafka-unavailable",
     R"(org\.apache\.kafka\.common\.errors\.(TimeoutException|DisconnectException|NetworkException|NotEnoughReplicas|BrokerNotAvailable|LeaderNotAvailable|NotLeader|CoordinatorNotAvailable)|Failed to update metadata after|Timed out waiting for a node assignment|No resolvable bootstrap urls|Failed to construct kafka (consumer|producer)|Failed to create new KafkaAdminClient)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Kafka does not answer in time"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The client reached no broker in time: brokers are down or overloaded, a "
                                            "listener announces an address that the pods cannot reach, or the "
                                            "network is cut."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "From a pod of the job, connect to the bootstrap servers and to the "
                                            "addresses the brokers announce (advertised.listeners). Look at the "
                                            "brokers' health at that moment."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Restore brokers and network. For short outages let the producer try "
                                            "longer (delivery.timeout.ms, request.timeout.ms). NotEnoughReplicas "
                                            "needs brokers back, or min.insync.replicas lowered.")},
    {"schema-registry",
     R"(schemaregistry.*RestClientException|RestClientException: .*([Ss]chema|[Ss]ubject)|Could not find schema with id|Subject .* not found|Schema being registered is incompatible)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Schema registry refuses or lacks a schema"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The schema registry does not know the schema or subject, or refuses a "
                                            "new version that does not fit the older ones."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message has the registry's error code: 40401 subject, 40403 schema "
                                            "unknown, 409 incompatible. Ask the registry for the subject's versions."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Point the job to the right registry, register the schema, or change it "
                                            "in a compatible way (new fields with defaults).")},
    {"deserialization",
     R"([Ff]ailed to deserialize|[Uu]nknown magic byte|AvroTypeException|AvroRuntimeException: Malformed|JsonParseException|JsonMappingException|MismatchedInputException|InvalidProtocolBufferException|SerializationException: (Error deserializing|Could not)|Corrupt (Debezium|Canal|Maxwell|OGG)|DeserializationException)",
     R"([Ff]ailed to deserialize)", QT_TRANSLATE_NOOP("flink::KnownCause", "Record cannot be read"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A record in the source does not have the format that the job expects. "
                                            "It comes again after each restart, so the job fails in a loop."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Read the record at the offset that the message or the log names, and "
                                            "compare it with the schema."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Skip or divert such records: json.ignore-parse-errors or the like of "
                                            "the format, or a deserialiser of your own that catches and writes them "
                                            "to a side output. Then cure the producer.")},
    {"sql-not-null", R"(is NOT NULL, however, a null value)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Null in a column that takes none"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A SQL job wrote null into a column that is declared NOT NULL."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names the column. Look which input or outer join leaves it "
                                            "empty."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Fill or filter it in the query, declare the column nullable, or set "
                                            "table.exec.sink.not-null-enforcer to drop such rows.")},
    {"jdbc",
     R"(^(java\.sql|org\.postgresql|com\.mysql\.cj|org\.mariadb|oracle\.jdbc|com\.microsoft\.sqlserver)\.\S*(Exception|Warning):|JDBC execute)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Database refuses a statement or connection"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A database behind JDBC refused a connection or statement: credentials, "
                                            "a missing table, a broken constraint, too many connections, or a "
                                            "time-out."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The innermost message is the database's own, often with its SQL state. "
                                            "Look at its log at that moment."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Cure what the database names. Count connections: each subtask holds its "
                                            "own, so the parallelism of the sink is limited by the database. Write "
                                            "upserts, so that a restart repeats without conflicts.")},
    {"tls-handshake",
     R"(SSLHandshakeException|PKIX path|SSLPeerUnverified|NotSslRecordException|CertificateExpired|CertPathValidator|unable to find valid certification path|No subject alternative)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "TLS handshake failed"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Two sides could not agree on an encrypted connection: a certificate is "
                                            "unknown, expired or for another name, or one side speaks plain text."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "PKIX path means an unknown issuer, NotSslRecord plain text on a TLS "
                                            "port. Look at the certificate with: openssl s_client -connect HOST:PORT"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Mount a truststore with the issuer and point the client to it, renew "
                                            "the certificate, or use the right port. Inside Flink check "
                                            "security.ssl.internal.truststore.")},
    {"unknown-host",
     R"(UnknownHostException|UnresolvedAddressException|Temporary failure in name resolution|Name or service not known|Failed to resolve .* after \d+ queries)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Host name not found"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A name could not be resolved: it is misspelt, the service does not "
                                            "exist in this namespace, or the cluster's DNS did not answer."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "From a pod of the job: getent hosts NAME. If other names fail too, look "
                                            "at CoreDNS."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Correct the name (SERVICE.NAMESPACE.svc for another namespace) or bring "
                                            "the cluster's DNS back to health.")},
    {"connection-refused",
     R"([Cc]onnection refused|NoRouteToHost|ConnectTimeoutException|[Cc]onnect timed out|Network is unreachable)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Server not reachable"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A server was found but takes no connection: it is down, listens on "
                                            "another port, or a network policy stands between."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message has host and port. Try it from a pod of the job, and look "
                                            "whether the service has endpoints."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Start the server, correct host and port, or let the network policy "
                                            "allow the pods of Flink.")},
    {"server-slow", R"(SocketTimeoutException|Read timed out|ReadTimeoutException|NoHttpResponseException)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Server answers too slowly"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A server took the connection but did not answer in time. The job fails "
                                            "because nothing catches it, and usually meets the same server again "
                                            "after the restart."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The strong frames show which call it was. Look at that server's latency "
                                            "and errors at this moment, and at pauses of the TaskManager."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Let the call try again with growing pauses instead of failing the job, "
                                            "make it asynchronous, and set its time-out to what the server really "
                                            "needs. Fewer parallel calls relieve a server that is overloaded.")},
}};

} // namespace

std::span<const CauseCard> connectorCards()
{
    return table;
}

} // namespace flink
