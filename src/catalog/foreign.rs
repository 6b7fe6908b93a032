//! What other tools, notations and products call things, and which kind each is here: one table for all
//! messages about words that nobody here knows.

use super::{Catalog, Kind, Root};

/// Kinds by what others call them, in lower case and with `_`.
const KINDS: &[(&[&str], &str)] = &[
    (&["actor", "person", "customer", "human", "role", "participant", "client_user"], "end_user"),
    (&["visitor", "guest", "public_user", "internet_user"], "anonymous_user"),
    (&["employee", "operator", "worker_user", "insider", "analyst", "developer"], "staff"),
    (&["administrator", "admin", "superuser", "root_user"], "admin_user"),
    (&["reviewer", "approver", "moderator"], "human_reviewer"),
    (
        &[
            "datastore",
            "data_store",
            "db",
            "table",
            "datastorage",
            "storage",
            "sql",
            "rdbms",
            "postgres",
            "postgresql",
            "mysql",
            "mariadb",
            "oracle",
            "sqlite",
            "mongodb",
            "mongo",
            "dynamodb",
            "cassandra",
            "cosmosdb",
            "rds",
            "redis",
            "memcached",
            "valkey",
        ],
        "database",
    ),
    (
        &["warehouse", "data_warehouse", "data_lake", "lakehouse", "snowflake", "bigquery", "redshift"],
        "data_source",
    ),
    (
        &[
            "s3",
            "bucket",
            "object_store",
            "object_storage",
            "blob",
            "blob_storage",
            "gcs",
            "nfs",
            "share",
            "file_store",
        ],
        "file_system",
    ),
    (
        &[
            "kafka",
            "queue",
            "topic",
            "broker",
            "rabbitmq",
            "sqs",
            "sns",
            "pubsub",
            "event_bus",
            "nats",
            "kinesis",
        ],
        "message_queue",
    ),
    (
        &["pinecone", "qdrant", "weaviate", "milvus", "chroma", "faiss", "pgvector", "vector_db", "vectordb"],
        "vector_store",
    ),
    (&["elasticsearch", "opensearch", "solr", "search_index"], "document_store"),
    (&["wiki", "sharepoint", "intranet", "knowledge_base"], "knowledge_store"),
    (
        &[
            "service",
            "component",
            "system",
            "app",
            "application",
            "microservice",
            "webapp",
            "frontend",
            "website",
        ],
        "web_app",
    ),
    (
        &[
            "crm",
            "erp",
            "hr",
            "billing",
            "cms",
            "salesforce",
            "sap",
            "lambda",
            "function",
            "job",
            "worker",
            "cron",
            "backend",
        ],
        "business_app",
    ),
    (&["jira", "zendesk", "servicenow", "helpdesk", "issue_tracker"], "ticket_system"),
    (&["inbox", "imap", "exchange"], "mailbox"),
    (&["smtp", "mail"], "email"),
    (&["etl", "crawler", "scraper", "pipeline", "importer", "airflow"], "data_ingestion"),
    (
        &[
            "waf",
            "api",
            "proxy",
            "reverse_proxy",
            "load_balancer",
            "loadbalancer",
            "firewall",
            "ingress",
            "nginx",
            "cdn",
            "api_gateway",
        ],
        "gateway",
    ),
    (
        &[
            "sso",
            "idp",
            "iam",
            "ldap",
            "active_directory",
            "keycloak",
            "okta",
            "entra",
            "oidc",
            "oauth",
            "auth_server",
        ],
        "identity_provider",
    ),
    (&["siem", "alerting", "observability", "grafana", "prometheus", "datadog"], "monitoring"),
    (&["splunk", "loki", "log", "log_server", "audit_store"], "log_store"),
    (&["vault", "kms", "hsm", "key_store", "keystore", "secrets_manager"], "secrets_store"),
    (&["k8s", "kubernetes", "eks", "aks", "gke", "openshift"], "control_plane"),
    (&["vm", "host", "node", "pod", "container", "docker", "ec2", "machine"], "compute"),
    (&["gpu", "accelerator"], "gpu_cluster"),
    (&["git", "github", "gitlab", "repo", "repository", "source_control"], "code_repo"),
    (&["jenkins", "github_actions", "cicd", "build_server"], "ci_cd"),
    (&["docker_registry", "image_registry", "ecr"], "container_registry"),
    (&["npm", "pypi", "maven", "crates"], "package_registry"),
    (&["hugging_face", "huggingface", "hub"], "model_hub"),
    (&["mlflow", "wandb", "tensorboard"], "experiment_tracker"),
    (&["jupyter", "colab"], "notebook"),
    (&["model_api", "ml_model", "classifier", "predictor", "endpoint"], "inference_api"),
    (&["chatbot", "gpt", "language_model"], "llm"),
    (&["openai", "anthropic", "bedrock", "vertex", "azure_openai", "hosted_model"], "model_provider"),
    (&["embedder", "embedding_model", "embedding"], "embedding_service"),
    (&["mcp"], "mcp_server"),
    (&["saas", "vendor", "supplier", "external_entity", "external_system"], "external_service"),
    (&["internet", "web"], "public_web"),
    (&["data_asset", "data_object", "dataset", "records", "record", "files", "file"], "documents"),
    (&["message", "question", "prompt"], "prompts"),
    (&["response", "completion", "reply", "answer"], "answers"),
    (&["system_prompt", "policy", "template"], "instructions"),
    (&["secret", "secrets", "token", "password", "api_key", "key"], "credentials"),
    (&["training_examples", "training_corpus", "corpus"], "training_set"),
    (&["model_weights", "checkpoint"], "weights"),
    (&["transaction", "transactions", "payment"], "orders"),
    (&["telemetry", "measurement", "measurements"], "readings"),
];

/// The kind of what others call so.
pub(crate) fn kind(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase().replace('-', "_");
    KINDS.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, here)| *here)
}

/// The kind of what others call so, if a catalog has it.
pub(crate) fn of<'c>(catalog: &'c Catalog, word: &str) -> Option<&'c Kind> {
    kind(word).and_then(|k| catalog.find_kind(k)).and_then(|k| catalog.kind(k))
}

/// What is said of a word of others.
pub(crate) fn here(kind: &Kind) -> String {
    format!("Here it is called {}", told(kind))
}

/// A kind with its sentence: `gateway`: The entry in front of other services, ….
pub(crate) fn told(kind: &Kind) -> String {
    format!("`{}`: {}", kind.name, kind.about)
}

/// Kinds of elements, each with the kind of the data that it keeps and that may be meant in its place.
const KEPT: &[(&str, &str)] = &[
    ("training_data", "training_set"),
    ("training_store", "training_set"),
    ("dataset_store", "training_set"),
    ("eval_dataset", "training_set"),
    ("label_store", "labels"),
    ("document_store", "documents"),
    ("prompt_store", "prompts"),
    ("vector_store", "embeddings"),
    ("model_store", "weights"),
    ("model_artifact", "weights"),
    ("code_repo", "code"),
    ("package_registry", "packages"),
    ("secrets_store", "credentials"),
    ("log_store", "logs"),
];

/// The kind that is probably meant where one of data stands for an element, or the other way round.
pub(crate) fn other_sort<'a>(catalog: &'a Catalog, kind: &Kind) -> Option<&'a Kind> {
    let data = kind.root == Root::Data;
    let pair = KEPT.iter().find(|(element, of)| if data { *of == kind.name } else { *element == kind.name });
    let name = pair.map(|(element, of)| if data { *element } else { *of })?;
    catalog.find_kind(name).and_then(|k| catalog.kind(k))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::edition;

    #[test]
    fn every_word_of_others_stands_once_and_for_a_kind_that_there_is() {
        let c = edition(None).unwrap();
        let mut seen = std::collections::HashSet::new();
        for (words, here) in KINDS {
            assert!(c.find_kind(here).is_some(), "{here}");
            for word in *words {
                assert!(seen.insert(word), "{word} stands twice");
                assert!(c.find_kind(word).is_none(), "{word} is a kind itself");
            }
        }
        for (element, data) in KEPT {
            let root = |name: &str| c.kind(c.find_kind(name).unwrap()).unwrap().root;
            assert!(root(element) != Root::Data && root(data) == Root::Data, "{element} and {data}");
        }
    }
}
