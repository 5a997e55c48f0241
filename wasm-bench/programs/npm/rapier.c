// Rapier, a physics engine: one unit lets 150 bodies fall onto each other for forty steps.
#include "../program.h"

#define RAPIER(name) __attribute__((import_module("program"), import_name("raw" name))) extern
#define RELEASE(name) __attribute__((import_module("program"), import_name("__wbg_raw" name "_free"))) extern

typedef int32_t object;

RAPIER("broadphase_new") object broad_phase_new(void);
RAPIER("ccdsolver_new") object ccd_solver_new(void);
RAPIER("colliderset_new") object colliders_new(void);
RAPIER("impulsejointset_new") object joints_new(void);
RAPIER("integrationparameters_new") object parameters_new(void);
RAPIER("islandmanager_new") object islands_new(void);
RAPIER("multibodyjointset_new") object multibody_joints_new(void);
RAPIER("narrowphase_new") object narrow_phase_new(void);
RAPIER("physicspipeline_new") object pipeline_new(void);
RAPIER("rigidbodyset_new") object bodies_new(void);
RAPIER("softbodyset_new") object soft_bodies_new(void);
RAPIER("rotation_identity") object no_rotation(void);
RAPIER("vector_new") object vector_new(float x, float y, float z);
RAPIER("shape_ball") object ball(float radius);
RAPIER("shape_cuboid") object cuboid(float x, float y, float z);
RAPIER("shape_capsule") object capsule(float half_height, float radius);
RELEASE("broadphase") void broad_phase_free(object, int32_t);
RELEASE("ccdsolver") void ccd_solver_free(object, int32_t);
RELEASE("colliderset") void colliders_free(object, int32_t);
RELEASE("impulsejointset") void joints_free(object, int32_t);
RELEASE("integrationparameters") void parameters_free(object, int32_t);
RELEASE("islandmanager") void islands_free(object, int32_t);
RELEASE("multibodyjointset") void multibody_joints_free(object, int32_t);
RELEASE("narrowphase") void narrow_phase_free(object, int32_t);
RELEASE("physicspipeline") void pipeline_free(object, int32_t);
RELEASE("rigidbodyset") void bodies_free(object, int32_t);
RELEASE("softbodyset") void soft_bodies_free(object, int32_t);
RELEASE("rotation") void rotation_free(object, int32_t);
RELEASE("vector") void vector_free(object, int32_t);
RELEASE("shape") void shape_free(object, int32_t);
RAPIER("rigidbodyset_rbTranslation") void body_translation(object bodies, double body, int32_t array);
RAPIER("rigidbodyset_createRigidBody") double body_new(object bodies, int32_t enabled, object translation, object rotation, float gravity_scale, float mass,
	int32_t mass_only, object center_of_mass, object velocity, object angular_velocity, object inertia, object inertia_frame, int32_t translates_x,
	int32_t translates_y, int32_t translates_z, int32_t rotates_x, int32_t rotates_y, int32_t rotates_z, float linear_damping, float angular_damping, int32_t type,
	int32_t can_sleep, int32_t sleeping, float soft_ccd, int32_t ccd, int32_t dominance, int32_t more_iterations, int32_t more_pgs_iterations);
RAPIER("colliderset_createCollider") void collider_new(int32_t results, object colliders, int32_t enabled, object shape, object translation, object rotation,
	int32_t mass_mode, float mass, object center_of_mass, object inertia, object inertia_frame, float density, float friction, float restitution,
	int32_t friction_rule, int32_t restitution_rule, int32_t sensor, int32_t collision_groups, int32_t solver_groups, int32_t collision_types, int32_t hooks,
	int32_t events, float force_threshold, float skin, int32_t has_parent, double parent, object bodies);
RAPIER("physicspipeline_step") void pipeline_step(object pipeline, object gravity, object parameters, object islands, object broad_phase, object narrow_phase,
	object bodies, object colliders, object soft_bodies, object joints, object multibody_joints, object ccd_solver);
PROGRAM(__wbindgen_add_to_stack_pointer) int32_t add_to_stack_pointer(int32_t by);

const char *const program_name = "rapier";
const int32_t program_units = 30;

#define BODIES 151
#define STEPS 40
#define DYNAMIC 0
#define FIXED 1
#define ALL_COLLISIONS 15

static float place[3];

// A vector goes to JavaScript as an array of three numbers: here always this one.
__attribute__((export_name("__wbg_set_index_3a9fd81ba7ece0c0"))) void set_index(int32_t array, int32_t index, float value) {
	place[index % 3] = value;
}

__attribute__((export_name("__wbg_length_58572db4c38f3c3e"))) int32_t array_length(int32_t array) {
	return 3;
}

__attribute__((export_name("__wbg_length_7f3c00c40364105e"))) int32_t other_array_length(int32_t array) {
	return 3;
}

static object shape_of(int index) {
	if (index == 0) {
		return cuboid(20, 1, 20);
	}
	switch (index % 3) {
		case 0: return ball(0.5f);
		case 1: return cuboid(0.5f, 0.5f, 0.5f);
		default: return capsule(0.3f, 0.3f);
	}
}

// Layers of 25, each a little to the side, so that they do not stay where they are.
static object place_of(int index) {
	return index == 0 ? vector_new(0, -1, 0)
		: vector_new((float) (index % 5) * 1.1f + (float) (index / 25) * 0.07f, 1 + (float) (index / 25) * 1.3f, (float) (index / 5 % 5) * 1.1f);
}

void program_prepare(void) {
}

uint32_t program_unit(void) {
	object broad_phase = broad_phase_new(), narrow_phase = narrow_phase_new(), ccd_solver = ccd_solver_new(), pipeline = pipeline_new();
	object colliders = colliders_new(), joints = joints_new(), multibody_joints = multibody_joints_new(), bodies = bodies_new(), soft_bodies = soft_bodies_new();
	object parameters = parameters_new(), islands = islands_new();
	object zero = vector_new(0, 0, 0), gravity = vector_new(0, -9.81f, 0), rotation = no_rotation();
	double handles[BODIES];
	for (int i = 0; i < BODIES; i++) {
		object at = place_of(i), shape = shape_of(i);
		handles[i] = body_new(bodies, 1, at, rotation, 1, 0, 0, zero, zero, zero, zero, rotation, 1, 1, 1, 1, 1, 1, 0, 0, i == 0 ? FIXED : DYNAMIC, 1, 0, 0, 0, 0, 0, 0);
		int32_t results = add_to_stack_pointer(-16);
		collider_new(results, colliders, 1, shape, zero, rotation, 0, 0, zero, zero, rotation, 1, 0.5f, 0.1f, 0, 0, 0, -1, -1, ALL_COLLISIONS, 0, 0, 0, 0, 1,
			handles[i], bodies);
		add_to_stack_pointer(16);
		shape_free(shape, 1);
		vector_free(at, 1);
	}
	for (int i = 0; i < STEPS; i++) {
		pipeline_step(pipeline, gravity, parameters, islands, broad_phase, narrow_phase, bodies, colliders, soft_bodies, joints, multibody_joints, ccd_solver);
	}
	uint32_t sum = 0;
	for (int i = 0; i < BODIES; i++) {
		body_translation(bodies, handles[i], 0);
		sum = checksum(sum, place, sizeof place);
	}
	broad_phase_free(broad_phase, 1);
	narrow_phase_free(narrow_phase, 1);
	ccd_solver_free(ccd_solver, 1);
	pipeline_free(pipeline, 1);
	colliders_free(colliders, 1);
	joints_free(joints, 1);
	multibody_joints_free(multibody_joints, 1);
	bodies_free(bodies, 1);
	soft_bodies_free(soft_bodies, 1);
	parameters_free(parameters, 1);
	islands_free(islands, 1);
	vector_free(zero, 1);
	vector_free(gravity, 1);
	rotation_free(rotation, 1);
	return sum;
}
