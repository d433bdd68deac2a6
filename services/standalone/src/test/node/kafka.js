// Messages in and out of the embedded broker.
import kafkajs from 'kafkajs'

const required = (name) => {
  const value = process.env[name]
  if (!value) throw new Error(`Set ${name}: these tests run against a broker and a registry that are there`)
  return value
}

export const registryUrl = required('REGISTRY')
/** Topics and subjects begin with it, so that runs keep apart. */
export const prefix = required('PREFIX')

const kafka = new kafkajs.Kafka({
  clientId: 'vigia-node-tests',
  brokers: [required('BOOTSTRAP')],
  logLevel: kafkajs.logLevel.ERROR,
})

/** Sends one message and waits until the broker has it. */
export const produce = async (topic, message) => {
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner })
  await producer.connect()
  try {
    await producer.send({ topic, messages: [message] })
  } finally {
    await producer.disconnect()
  }
}

/** The first message of a topic. */
export const consumeFirst = async (topic) => {
  const consumer = kafka.consumer({ groupId: `${prefix}-${Math.random()}` })
  await consumer.connect()
  try {
    await consumer.subscribe({ topic, fromBeginning: true })
    return await new Promise((resolve, reject) => {
      consumer.run({ eachMessage: async ({ message }) => resolve(message) }).catch(reject)
    })
  } finally {
    await consumer.disconnect()
  }
}
