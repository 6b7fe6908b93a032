// Where data comes from and where it is kept before a model sees it.

kind database: store "Database" {
  icon: database
  layer: data_operations
  about: "A database of the business, with records that people and programs rely on."
  property has_side_effects {
    type: bool
    default: false
    about: "A call changes something in the world, and is not only a question."
  }
  property can_delete {
    type: bool
    default: false
    about: "A call can delete or overwrite what cannot be brought back."
  }
  property multi_tenant {
    type: bool
    default: false
    about: "Customers, teams or users who must not see each other's data share this instance."
  }
}

kind data_source: store "Data source" {
  icon: database
  layer: data_operations
  about: "A system of record inside the organization that data is taken from."
}

kind file_system: store "File system" {
  icon: folder
  layer: data_operations
  about: "Files and folders that programs or agents read and write."
  property can_delete {
    type: bool
    default: true
    about: "A call can delete or overwrite what cannot be brought back."
  }
}

kind ticket_system: store "Ticket system" {
  icon: notebook
  layer: ecosystem
  about: "Tickets, issues or comments, which people from outside can often write."
}

kind mailbox: store "Mailbox" {
  icon: mailbox
  layer: ecosystem
  about: "Received mail that programs or agents read."
}

kind message_queue: store "Message queue" {
  icon: queue
  layer: data_operations
  about: "Messages that wait until the program they are meant for takes them."
}

kind business_app: process "Business application" {
  icon: building
  layer: ecosystem
  about: "An application of the business, such as CRM, ERP or billing, that data comes from or orders go to."
  property has_side_effects {
    type: bool
    default: true
    about: "A call changes something in the world, and is not only a question."
  }
  property can_delete {
    type: bool
    default: false
    about: "A call can delete or overwrite what cannot be brought back."
  }
}

kind data_ingestion: process "Data ingestion" {
  icon: branch
  layer: data_operations
  ai: data_set
  about: "Collects data, cleans it and passes it on, for example a crawler or an ETL job."
}

kind labeling: process "Labeling" {
  icon: tag
  layer: data_operations
  ai: data_set
  about: "Adds labels to data, by people or by programs."
}

kind feedback_collector: process "Feedback collector" {
  icon: recycle
  layer: data_operations
  about: "Gathers ratings, corrections and usage, from which a model may learn later."
}

kind training_store: store "Training store" {
  icon: database
  layer: data_operations
  ai: data_set
  about: "Keeps data that models are trained or tested on."
}

kind dataset_store: training_store "Dataset store" {
  about: "Keeps raw datasets as they were collected."
}

kind training_data: training_store "Training data" {
  about: "The prepared set that a model is trained on."
}

kind label_store: training_store "Label store" {
  icon: tag
  about: "Keeps the labels that say what the right answer is."
}

kind feature_store: training_store "Feature store" {
  icon: chart
  about: "Keeps computed features, for training and for serving alike."
}

kind eval_dataset: training_store "Evaluation set" {
  icon: flask
  about: "Data held back to test a model with."
}

kind feedback_store: training_store "Feedback store" {
  icon: recycle
  about: "Keeps ratings and corrections that users have given."
}
