// @kafkajs/confluent-schema-registry against the embedded registry and the serde of the Java side.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import confluentSchemaRegistry from '@kafkajs/confluent-schema-registry'
import { consumeFirst, prefix, produce, registryUrl } from './kafka.js'

const { COMPATIBILITY, SchemaRegistry, SchemaType } = confluentSchemaRegistry

const newRegistry = () => new SchemaRegistry({ host: registryUrl, retry: { retries: 0 } })
const avro = (fields) => ({
  type: SchemaType.AVRO,
  schema: JSON.stringify({ type: 'record', name: 'KafkaJs', namespace: 'node', fields }),
})
const a = { name: 'a', type: 'int' }

test('a schema is registered and found in every way', async () => {
  const subject = `${prefix}-kafkajs-value-registered`
  const { id } = await newRegistry().register(avro([a]), { subject })

  const registry = newRegistry()
  assert.equal((await registry.getSchema(id)).name, 'node.KafkaJs')
  assert.equal(await registry.getLatestSchemaId(subject), id)
  assert.equal(await registry.getRegistryId(subject, 1), id)
  assert.equal(await registry.getRegistryIdBySchema(subject, avro([a])), id)
})

test('compatibility is enforced at the level that the client sets', async () => {
  const subject = `${prefix}-kafkajs-compatibility`
  await newRegistry().register(avro([a]), { subject })
  await assert.rejects(newRegistry().register(avro([a, { name: 'c', type: 'long' }]), { subject }), { status: 409 })

  const config = await (await fetch(`${registryUrl}/config/${subject}`)).json()
  assert.equal(config.compatibilityLevel, COMPATIBILITY.BACKWARD)
})

test('a message of the Java side is read, and one is sent back', async () => {
  const registry = newRegistry()
  const message = await consumeFirst(`${prefix}-java`)
  const seizure = await registry.decode(message.value)
  assert.equal(seizure.envelope.eventId, 'java')

  const javaId = await registry.getLatestSchemaId(`${prefix}-java-value`)
  const { schema } = await (await fetch(`${registryUrl}/schemas/ids/${javaId}`)).json()
  const { id } = await registry.register({ type: SchemaType.AVRO, schema }, { subject: `${prefix}-kafkajs-value` })
  assert.equal(id, javaId)

  seizure.envelope.eventId = 'kafkajs'
  await produce(`${prefix}-kafkajs`, { key: 'kafkajs', value: await registry.encode(id, seizure) })
})
